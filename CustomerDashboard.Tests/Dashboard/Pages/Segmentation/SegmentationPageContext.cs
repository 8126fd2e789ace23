using System.Globalization;
using System.Text;
using Bunit;
using CustomerDashboard.Components.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.Segmentation;
using CustomerDashboard.Tests.Components;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Segmentation;

/// <summary>The Segmentation page over the real workspaces, jobs and segmentation, in a folder of its own.</summary>
public abstract class SegmentationPageContext : DashboardTestContext
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "segmentation-page-" + Guid.NewGuid().ToString("N"));

    protected SegmentationPageContext()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddLogging();
        Services.AddWorkspaces(_ => folder);
    }

    protected WorkspaceSession Session => Services.GetRequiredService<WorkspaceSession>();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    protected async Task<IRenderedComponent<SegmentationPage>> SampleAsync()
    {
        await Session.CreateSampleAsync(200, cancellationToken: Xunit.TestContext.Current.CancellationToken);
        return Ready();
    }

    protected async Task<IRenderedComponent<SegmentationPage>> FileAsync(string name, string content)
    {
        var store = Services.GetRequiredService<WorkspaceStore>();
        var record = await store.CreateAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, 1 << 20, null, Xunit.TestContext.Current.CancellationToken);
        await Session.OpenAsync(record.Id);
        await Session.RunAsync();
        return Ready();
    }

    protected IRenderedComponent<SegmentationPage> Ready()
    {
        var page = Render<SegmentationPage>();
        page.WaitForAssertion(() => Assert.True(Session is { Result: not null, Job: not { IsActive: true } }, Session.Problem), Patience);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".feature input")), Patience);
        return page;
    }

    protected async Task ChooseMethodAsync(IRenderedComponent<SegmentationPage> page, string name)
    {
        await page.InvokeAsync(() => page.Find(".method-shown").Click());
        await page.InvokeAsync(() => page.FindAll(".method-item").First(item => item.QuerySelector(".strong")!.TextContent == name).Click());
        page.WaitForAssertion(() => Assert.Equal(name, CustomerDashboard.Core.Segmentation.SegmentationMethodInfo.Of(Session.Result!.Segmentation!.Options.Method).Name), Patience);
        page.WaitForAssertion(() => Assert.True(Session.Job is not { IsActive: true }), Patience);
    }

    // Found and pressed in one turn: a report of progress between the two would redraw the list.
    protected static Task CheckAsync(IRenderedComponent<SegmentationPage> page, int index, bool on) =>
        page.InvokeAsync(() => page.FindAll(".feature input")[index].ChangeAsync(new ChangeEventArgs { Value = on }));

    protected static string Answer(IRenderedComponent<SegmentationPage> page) => page.Find("h1").ParentElement!.QuerySelector("p")!.TextContent;

    protected static string? Type(CustomerDashboard.Charts.PlotlyFigure figure) => figure.Data[0]["type"]?.GetValue<string>();

    protected static void Press(IRenderedComponent<SegmentationPage> page, string words) =>
        page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.Trim().EndsWith(words, StringComparison.Ordinal)).Click()).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
