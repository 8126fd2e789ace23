using System.Text;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Tests.Workspaces;

/// <summary>A program with workspaces in a folder of its own, which can be started again.</summary>
public abstract class WorkspaceProgram : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<JobRunner> _runners = [];

    /// <summary>Where the program keeps its workspaces.</summary>
    protected string Folder => _folder.Path;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (JobRunner runner in _runners)
        {
            await runner.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a started program has; called again it is the program after a restart.</summary>
    protected WorkspaceSession Start(int loaded = 4) => Start(out _, loaded);

    protected WorkspaceSession Start(out JobRunner jobs, int loaded = 4, JobOptions? options = null)
    {
        return new WorkspaceSession(Registry(out jobs, loaded, options));
    }

    /// <summary>What several tabs of one program share.</summary>
    protected WorkspaceRegistry Registry(out JobRunner jobs, int loaded = 4, JobOptions? options = null)
    {
        jobs = new JobRunner(Options.Create(options ?? new JobOptions()));
        _runners.Add(jobs);
        return new WorkspaceRegistry(new WorkspaceStore(_folder.Path), jobs, Options.Create(new WorkspaceOptions { LoadedResults = loaded }));
    }

    protected async Task<string> UploadAsync(string content, string name = "shop.csv")
    {
        var store = new WorkspaceStore(_folder.Path);
        return (await store.CreateAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, 1 << 30, null, Token)).Id;
    }

    protected static async Task IdleAsync(WorkspaceSession session) => await session.Current!.WhenIdleAsync().WaitAsync(TimeSpan.FromMinutes(2), Token);

    protected static string Sample(int customers = 120)
    {
        using var text = new StringWriter();
        SampleRetailer.WriteTransactions(text, new SampleOptions { Customers = customers }, null, Token);
        return text.ToString();
    }
}
