using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CustomerDashboard.Tests.Browser;

/// <summary>A page of the dashboard in a browser of its own, which notes what must not happen: script errors and requests to other hosts.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> problems = new();

    private BrowserPage(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        Page = page;
        Address = address;
    }

    public IPage Page { get; }

    private string Address { get; }

    internal static async Task<BrowserPage> CreateAsync(IBrowserContext context, string address)
    {
        var page = new BrowserPage(context, await context.NewPageAsync(), address);
        page.Page.Console += (_, message) =>
        {
            // A page that answers 404 on purpose is also reported on the console.
            if (message.Type == "error" && !message.Text.Contains("404 (Not Found)", StringComparison.Ordinal)) page.problems.Enqueue($"console: {message.Text}");
        };
        // A library may catch what the policy stops and go on without it; the browser tells all the same.
        await page.Page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile))");
        page.Page.PageError += (_, error) => page.problems.Enqueue($"script: {error}");
        page.Page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is "http" or "https" or "ws" or "wss" && url.Authority != new Uri(address).Authority)
                page.problems.Enqueue($"request to another host: {request.Url}");
        };
        return page;
    }

    /// <summary>Goes to an address and waits until the page is connected and drawn.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(Address + path.TrimStart('/'));
        await Page.Locator(".shell h1").First.WaitForAsync();
    }

    /// <summary>Waits until every chart that has a figure is drawn, also those out of sight: they are drawn as if for printing.</summary>
    public async Task WaitForChartsAsync() =>
        await Page.WaitForFunctionAsync(
            """
            () => {
              window.dispatchEvent(new Event('beforeprint'));
              return [...document.querySelectorAll('.chart-plot[data-figure="given"]')].every(plot => plot.closest('[hidden]') || plot.dataset.drawn);
            }
            """,
            null,
            new PageWaitForFunctionOptions { PollingInterval = 200 });

    /// <summary>Fails when a script failed, or when anything was asked of another host.</summary>
    public void AssertClean() => Assert.Empty(problems);

    /// <summary>Fails when axe-core finds an accessibility problem, naming the elements.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        var found = result.Violations.Select(violation =>
            $"{violation.Id} ({violation.Impact}): {violation.Help}{string.Concat(violation.Nodes.Take(5).Select(node => $"\n  {node.Html}\n    {node.Any.FirstOrDefault()?.Message ?? node.All.FirstOrDefault()?.Message}"))}");
        var report = string.Join("\n", found);
        if (report.Length > 0) Assert.Fail(report);
    }

    /// <summary>Fails when the page can be scrolled sideways.</summary>
    public async Task AssertNoSidewaysScrollAsync()
    {
        var excess = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"The page is {excess} px wider than the window.");
    }

    /// <summary>Writes a picture for people to look at, when CUSTOMERDASHBOARD_SCREENSHOTS names a folder.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CUSTOMERDASHBOARD_SCREENSHOTS") is not { Length: > 0 } folder) return;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
