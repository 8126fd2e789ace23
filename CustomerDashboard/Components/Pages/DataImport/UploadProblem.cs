using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>Why a file did not arrive: what was found and what to do.</summary>
public sealed record UploadProblem(string Title, string Words)
{
    /// <summary>Refused before it was sent.</summary>
    public static UploadProblem Refused(string name, long amount, string reason, FileLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return reason switch
        {
            "tooLarge" => new(
                $"{name} is too large",
                $"It has {ByteSize.Words(amount)}, and this server takes files up to {ByteSize.Words(limits.FileBytes)}. Pack it as .gz or .zip, or split it by year."),
            "empty" => new($"{name} is empty", "It has no content at all. Export it again from the program it came from, then choose it once more."),
            "folder" => new($"{name} is a folder", "Open it and choose one file, or pack the files as .zip: tables in one archive are offered together."),
            "several" => new(
                $"{Numbers.Count(amount)} files at once",
                "One workspace is made of one file. Choose one, or pack them as .zip: tables with the same columns are then read together."),
            _ => new($"{name} cannot be sent", "Choose another file."),
        };
    }

    /// <summary>Refused by the server, or cut off on the way (status 0).</summary>
    public static UploadProblem FromServer(string name, int status, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return status switch
        {
            0 => new(
                $"{name} did not arrive",
                "The connection broke while the file was being sent, or the file was moved or changed meanwhile. Nothing was kept of it. Check that the program still runs and choose the file again."),
            413 => new($"{name} is too large", message.Length > 0 ? message : "The server takes no file of this size. Pack it as .gz or .zip, or split it by year."),
            400 when message.Length == 0 => new(
                $"{name} was not accepted", "The page is too old for the server, which was perhaps restarted. Load the page again and choose the file once more."),
            507 => new("The disk is full", message.Length > 0 ? message : "There is no room for the file in the data folder. Delete workspaces that are not needed."),
            _ => new(
                $"{name} was not accepted",
                message.Length > 0 ? message : $"The server answered with status {Numbers.Count(status)}. Choose the file again; if that fails too, look into the server's log."),
        };
    }

    /// <summary>The server confirmed fewer bytes than the file has.</summary>
    public static UploadProblem Incomplete(string name, long stored, long bytes) => new(
        $"{name} arrived incomplete",
        $"The server holds {Numbers.Count(stored)} of {Numbers.Count(bytes)} bytes. Delete the workspace it made and choose the file again.");
}
