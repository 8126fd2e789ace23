using System.CommandLine;
using System.Globalization;
using CustomerDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.CommandLine;

/// <summary>What the program does without a verb: serve the dashboard on this machine.</summary>
public static class ServeCommand
{
    public static void Configure(RootCommand root)
    {
        var port = new Option<int?>("--port") { Description = $"Port to serve on (default {DashboardOptions.DefaultPort})." };
        var data = new Option<string?>("--data") { Description = "Folder where uploads, settings and results are kept." };
        root.Options.Add(port);
        root.Options.Add(data);
        // Any other --Key=value goes to the configuration, as in every ASP.NET Core program.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.UnmatchedTokens, parsed.GetValue(port), parsed.GetValue(data), parsed.InvocationConfiguration.Error, cancellationToken));
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> rest, int? port, string? dataFolder, TextWriter error, CancellationToken cancellationToken)
    {
        if (rest.FirstOrDefault(token => !token.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            await error.WriteLineAsync($"'{unknown}' is not a verb of this program. --help lists them.");
            return ExitCodes.Usage;
        }

        var args = new List<string>(rest);
        if (port is { } number) args.Add($"--{DashboardOptions.Section}:Port={number.ToString(CultureInfo.InvariantCulture)}");
        if (dataFolder is not null) args.Add($"--{DashboardOptions.Section}:DataFolder={dataFolder}");

        await using var app = DashboardApp.Build([.. args]);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (OptionsValidationException invalid)
        {
            foreach (var failure in invalid.Failures) await error.WriteLineAsync(failure);
            return ExitCodes.Usage;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            int wanted = app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value.Port;
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Port {wanted} is in use by another program. Choose another with --port."));
            return ExitCodes.Failed;
        }

        var options = app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value;
        Console.WriteLine($"CustomerDashboard serves on {string.Join(", ", app.Urls)}");
        Console.WriteLine($"Data folder: {options.DataFolder}");
        Console.WriteLine("Ctrl+C stops it.");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
