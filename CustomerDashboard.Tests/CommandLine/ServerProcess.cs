using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CustomerDashboard.Tests.CommandLine;

/// <summary>The program as a process of its own, serving on a free port over a given data folder.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(90) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public static async Task<ServerProcess> StartAsync(string dataFolder, CancellationToken cancellationToken)
    {
        Process process = Process.Start(Start("--port", "0", "--data", dataFolder))!;
        string said = "";
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said += line + "\n";
            if (ServesOn().Match(line) is { Success: true } match)
            {
                // Whatever it says from now on must not fill the pipe and stop it.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new ServerProcess(process, new Uri(match.Groups[1].Value));
            }
        }

        throw new InvalidOperationException($"The server did not start: {said}{await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="environment">Settings for it alone.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyList<KeyValuePair<string, string>> environment, CancellationToken cancellationToken, params string[] arguments)
    {
        ProcessStartInfo start = Start(arguments);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Ends it as a power cut would: no handler runs.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static ProcessStartInfo Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "CustomerDashboard.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    [GeneratedRegex(@"serves on (http://[^\s,]+)")]
    private static partial Regex ServesOn();
}
