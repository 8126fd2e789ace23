using Bunit;
using CustomerDashboard.Tests.Components;
using CustomerDashboard.Workspaces;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard;

/// <summary>A page over the real workspaces, jobs and analysis, in a folder of its own.</summary>
public abstract class WorkspacePageContext : DashboardTestContext
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "page-" + Guid.NewGuid().ToString("N"));

    protected WorkspacePageContext()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddLogging();
        Services.AddWorkspaces(_ => folder);
    }

    protected WorkspaceSession Session => Services.GetRequiredService<WorkspaceSession>();

    /// <summary>Opens a synthetic retailer and waits until it is analysed.</summary>
    protected async Task OpenSampleAsync(int customers = 600)
    {
        await Session.CreateSampleAsync(customers, 7, Xunit.TestContext.Current.CancellationToken);
        await UntilReadyAsync();
    }

    /// <summary>Opens a file of one's own and waits until it is analysed.</summary>
    protected async Task OpenFileAsync(string name, string content)
    {
        var store = Services.GetRequiredService<WorkspaceStore>();
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var record = await store.CreateAsync(stream, name, 1 << 24, null, Xunit.TestContext.Current.CancellationToken);
        await Session.OpenAsync(record.Id);
        await Session.RunAsync();
        await UntilReadyAsync();
    }

    /// <summary>Waits until no job is at work and a result, or the reason for none, is there.</summary>
    protected async Task UntilReadyAsync()
    {
        var end = DateTime.UtcNow + Patience;
        while (Session.Job is { IsActive: true } || Session.IsStale || (Session.Result is null && Session.Problem is null))
        {
            Assert.True(DateTime.UtcNow < end, $"The analysis did not end: {Session.Job}.");
            await Task.Delay(20, Xunit.TestContext.Current.CancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A job may still hold a file; the folder is in the temporary folder.
        }
    }

    protected static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string words) where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").First(button => button.TextContent.Trim().EndsWith(words, StringComparison.Ordinal) || button.GetAttribute("aria-label") == words);
}
