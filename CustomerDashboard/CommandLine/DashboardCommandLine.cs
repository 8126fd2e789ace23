using System.CommandLine;

namespace CustomerDashboard.CommandLine;

/// <summary>The verbs of the program. Without a verb it serves the dashboard.</summary>
public static class DashboardCommandLine
{
    public static Task<int> RunAsync(string[] args) => RunAsync(args, null, CancellationToken.None);

    /// <param name="args">What follows the program's name.</param>
    /// <param name="configuration">Where the output goes; the console when null.</param>
    /// <param name="cancellationToken">Stops the verb that runs.</param>
    public static async Task<int> RunAsync(string[] args, InvocationConfiguration? configuration, CancellationToken cancellationToken)
    {
        configuration ??= new InvocationConfiguration();
        // Each verb says in its own words what went wrong; the host of the tests needs to see its own exceptions.
        configuration.EnableDefaultExceptionHandler = false;
        ParseResult parsed = Create().Parse(args);
        int code = await parsed.InvokeAsync(configuration, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Customer segments, personas and predictions from a retail file.");
        ServeCommand.Configure(root);
        root.Subcommands.Add(AnalyzeCommand.Create());
        root.Subcommands.Add(ScoreCommand.Create());
        root.Subcommands.Add(SampleCommand.Create());
        return root;
    }
}
