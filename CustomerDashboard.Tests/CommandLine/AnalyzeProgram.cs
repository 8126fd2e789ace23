using System.CommandLine;
using System.Globalization;
using CustomerDashboard.CommandLine;
using CustomerDashboard.Tests.Workspaces;

namespace CustomerDashboard.Tests.CommandLine;

/// <summary>The command line with a folder of its own.</summary>
public abstract class AnalyzeProgram : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Where the test keeps its files.</summary>
    private protected TemporaryFolder Folder => _folder;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static async Task<(int Code, string Error)> RunAsync(params string[] args)
    {
        using var error = new StringWriter();
        using var output = new StringWriter();
        var configuration = new InvocationConfiguration { Error = error, Output = output };
        int code = await DashboardCommandLine.RunAsync(args, configuration, Token);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        return (code, error.ToString());
    }

    protected async Task<string> SampleAsync(int customers = 200)
    {
        string path = _folder.File("shop.csv");
        var (code, error) = await RunAsync("sample", "--customers", customers.ToString(CultureInfo.InvariantCulture), "--out", path, "--seed", "5");
        Assert.True(code == ExitCodes.Done, error);
        return path;
    }
}
