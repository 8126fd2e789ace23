using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Sampling;

namespace CustomerDashboard.CommandLine;

/// <summary>
/// <c>sample --customers N --out FILE [--seed N]</c>: writes a synthetic retailer, and beside it
/// <c>FILE.planted.csv</c> (without the ending of FILE) with the true segment of every customer.
/// </summary>
public static class SampleCommand
{
    public static Command Create()
    {
        var customers = new Option<int>("--customers") { Description = "Customers with an id.", DefaultValueFactory = _ => new SampleOptions().Customers };
        var output = new Option<string>("--out") { Description = "File to write; ending in .gz it is packed.", Required = true };
        var seed = new Option<int>("--seed") { Description = "The same seed writes the same bytes.", DefaultValueFactory = _ => new SampleOptions().Seed };
        var command = new Command("sample", "Writes a realistic synthetic retailer whose true segments are known.") { customers, output, seed };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(
                new SampleOptions { Customers = parsed.GetValue(customers), Seed = parsed.GetValue(seed) },
                parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Error, cancellationToken),
            CancellationToken.None));
        return command;
    }

    /// <summary>Where the true segments go: <c>shop.csv.gz</c> has them in <c>shop.planted.csv</c>.</summary>
    internal static string PlantedPath(string path)
    {
        string bare = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.ChangeExtension(bare, ".planted.csv");
    }

    private static int Run(SampleOptions options, string path, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            options.Validate();
            long rows = 0;
            WriteText(path, text => rows = SampleRetailer.WriteTransactions(text, options, null, cancellationToken));
            WriteText(PlantedPath(path), text => SampleRetailer.WritePlanted(text, options));
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Wrote {rows} lines of {options.Customers} customers to {path}, their true segments to {PlantedPath(path)}."));
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (ArgumentException fault)
        {
            error.WriteLine(Jobs.JobFailure.Describe(fault));
            return ExitCodes.Usage;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            error.WriteLine($"'{path}' cannot be written: {fault.Message}");
            return ExitCodes.Failed;
        }
    }

    private static void WriteText(string path, Action<TextWriter> write) => AtomicFile.Write(path, stream =>
    {
        using GZipStream? packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)
            : null;
        using var text = new StreamWriter(packed ?? stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        write(text);
    });
}
