using System.Text.RegularExpressions;
using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Models are compared, the threshold is moved, one customer is explained, and an audience is taken away.</summary>
[Collection(BrowserRuns.Name)]
public sealed partial class PredictionJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_question_is_answered_compared_explained_and_turned_into_an_audience()
    {
        await using var page = await OpenAsync(1440, 900, dark: false);
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();

        var matrix = page.Page.Locator(".matrix");
        var before = await matrix.InnerTextAsync();
        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "Call a customer from" }).FillAsync("0.7");
        await Expect(page.Page).ToHaveURLAsync(Threshold());
        Assert.NotEqual(before, await matrix.InnerTextAsync());

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Models" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Boosted trees", Exact = true }).ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(Boosted());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Every metric" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Balanced accuracy" })).ToBeVisibleAsync();

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Why" }).ClickAsync();
        await Expect(page.Page.Locator(".why-words")).ToContainTextAsync("of what moves", new() { Timeout = 60_000 });
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "The answer" }).ClickAsync();
        await page.Page.Locator("[aria-labelledby=scored-title] tbody button").First.ClickAsync();
        await Expect(page.Page.Locator("#customer-title")).ToContainTextAsync("Customer");
        await Expect(page.Page.Locator(".steps-words li").First).ToContainTextAsync("the chance");
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Whom to contact" }).ClickAsync();
        var save = page.Page.GetByRole(AriaRole.Button, new() { Name = "Save audience" });
        await Expect(save).ToBeEnabledAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("CustomerId,Group,Probability,ExpectedProfit", lines[0].TrimStart('\ufeff'));
        Assert.Contains(lines, line => line.Contains(",control,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",contact,", StringComparison.Ordinal));
        page.AssertClean();
    }

    [Fact]
    public async Task On_a_phone_in_the_dark_no_tab_scrolls_sideways_and_each_can_be_read()
    {
        await using var page = await OpenAsync(390, 844, dark: true);
        foreach (var tab in new[] { "answer", "campaign", "why", "customer", "models", "trust" })
        {
            await page.GoAsync($"prediction?task=churn&tab={tab}");
            await Expect(page.Page.Locator("#prediction-panel .card").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await page.WaitForChartsAsync();
            await page.AssertNoSidewaysScrollAsync();
            await page.AssertAccessibleAsync();
        }

        page.AssertClean();
    }

    private async Task<BrowserPage> OpenAsync(int width, int height, bool dark)
    {
        // A browser goes back to the workspace it had open; a fresh one opens the newest. The first page only starts the server.
        await (await browser.OpenAsync("data")).DisposeAsync();
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(300, cancellationToken: TestContext.Current.CancellationToken);
        }

        var page = await browser.OpenAsync("prediction", width, height, dark);
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "The answer" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 90_000 });
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 90_000 });
        return page;
    }

    [GeneratedRegex("threshold=0.70")]
    private static partial Regex Threshold();

    [GeneratedRegex("model=BoostedTrees")]
    private static partial Regex Boosted();
}
