using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Choosing the number of groups, turning the map, comparing, and a lasso that becomes a file.</summary>
[Collection(BrowserRuns.Name)]
public sealed class SegmentationJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_number_of_groups_is_moved_compared_and_customers_are_chosen_on_the_map()
    {
        await using var page = await OpenAsync(1440, 900, dark: false);
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ScreenshotAsync("segmentation-groups");

        var slider = page.Page.GetByRole(AriaRole.Slider, new() { Name = "Number of groups" });
        var answer = page.Page.Locator(".shell h1 ~ p").First;
        await slider.FillAsync("6");
        await Expect(answer).ToContainTextAsync("Six groups.");
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("k=6"));

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "3-D", Exact = true }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.chart-plot .gl-container canvas, .chart-plot canvas')");
        await page.WaitForChartsAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "2-D", Exact = true }).ClickAsync();
        await page.WaitForChartsAsync();

        // A result that arrives would lift the selection.
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        var selected = page.Page.GetByText("Customers selected on the map");
        // A slow browser may still be drawing the map when the lasso begins; then a person draws it once more.
        for (int attempt = 0; attempt < 4 && await selected.CountAsync() == 0; attempt++)
        {
            await DrawLassoAsync(page);
            await page.Page.WaitForTimeoutAsync(4_000);
        }

        await Expect(selected).ToBeVisibleAsync();
        var save = page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new System.Text.RegularExpressions.Regex("^Save (these|all)") });
        var download = await page.Page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.True(lines.Length > 10, $"The file has {lines.Length} lines.");

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "How many groups" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("segmentation-evidence");

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Compare two numbers" }).ClickAsync();
        await page.WaitForChartsAsync();
        await Expect(page.Page.Locator(".chart-plot .sankey")).ToHaveCountAsync(1);
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("segmentation-compare");
        page.AssertClean();
    }

    private static async Task DrawLassoAsync(BrowserPage page)
    {
        var plot = page.Page.Locator(".chart-plot .nsewdrag").First;
        await plot.ScrollIntoViewIfNeededAsync();
        var box = (await plot.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await page.Page.Mouse.DownAsync();
        foreach (var (x, y) in new[] { (0.98f, 0.05f), (0.98f, 0.95f), (0.5f, 0.95f), (0.03f, 0.9f), (0.03f, 0.1f) })
        {
            await page.Page.Mouse.MoveAsync(box.X + (x * box.Width), box.Y + (y * box.Height), new MouseMoveOptions { Steps = 6 });
        }

        await page.Page.Mouse.UpAsync();
    }

    [Fact]
    public async Task On_a_phone_in_the_dark_nothing_is_cut_off()
    {
        await using var page = await OpenAsync(390, 844, dark: true);
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ScreenshotAsync("segmentation-phone");
        page.AssertClean();
    }

    private async Task<BrowserPage> OpenAsync(int width, int height, bool dark)
    {
        var page = await browser.OpenAsync("data", width, height, dark);
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(300, cancellationToken: TestContext.Current.CancellationToken);
        }

        await page.GoAsync("segmentation");
        // On a phone the slider is in the closed sheet, so the tab tells that there is a result.
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "The groups" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.WaitForChartsAsync();
        return page;
    }
}
