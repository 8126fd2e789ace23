using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Choosing the number of segments, turning the map, comparing, and a lasso that becomes a file.</summary>
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

        var slider = page.Page.GetByRole(AriaRole.Slider, new() { Name = "Number of segments" });
        var answer = page.Page.Locator(".shell h1 ~ p").First;
        await slider.FillAsync("6");
        await Expect(answer).ToContainTextAsync("Six segments.");
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

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "How many segments" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("segmentation-evidence");

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Compare", Exact = true }).ClickAsync();
        await page.WaitForChartsAsync();
        await Expect(page.Page.Locator(".chart-plot .sankey")).ToHaveCountAsync(1);
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("segmentation-compare");
        page.AssertClean();
    }

    [Fact]
    public async Task A_lasso_lights_up_the_other_map_the_tree_is_cut_crowds_leave_noise_and_a_newcomer_is_placed()
    {
        await using var page = await OpenAsync(1440, 900, dark: false);
        await page.GoAsync("segmentation?view=compare&k=4&k2=6");
        await Expect(page.Page.Locator(".chart-plot .sankey")).ToHaveCountAsync(1);
        await page.WaitForChartsAsync();
        var chosen = page.Page.Locator(".compare-chosen p");
        for (int attempt = 0; attempt < 4 && !(await chosen.TextContentAsync())!.Contains("selected", StringComparison.Ordinal); attempt++)
        {
            await DrawLassoAsync(page);
            await page.Page.WaitForTimeoutAsync(3_000);
        }

        await Expect(chosen).ToContainTextAsync("selected:");
        await page.Page.WaitForFunctionAsync("() => document.querySelectorAll('.chart-plot')[1].data.some(trace => trace.selectedpoints?.length > 0)");

        await ChooseMethodAsync(page, "Hierarchical");
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "The tree" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        var cut = (await page.Page.Locator(".chart-plot .shapelayer path").First.BoundingBoxAsync())!;
        var before = await page.Page.Locator(".shell h1 ~ p").First.TextContentAsync();
        await page.Page.Mouse.MoveAsync(cut.X + (cut.Width / 3), cut.Y + (cut.Height / 2));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(cut.X + (cut.Width / 3), cut.Y + 70, new MouseMoveOptions { Steps = 8 });
        await page.Page.Mouse.UpAsync();
        await Expect(page.Page.Locator(".shell h1 ~ p").First).Not.ToHaveTextAsync(before!);
        var slider = page.Page.GetByRole(AriaRole.Slider, new() { Name = "Where the tree is cut" });
        await slider.PressAsync("ArrowLeft");
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("k="));
        await page.ScreenshotAsync("segmentation-tree");

        await ChooseMethodAsync(page, "DBSCAN");
        await Expect(page.Page.Locator(".shell h1 ~ p").First).ToContainTextAsync("in no segment");
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "How near is near" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("segmentation-reach");

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "New customers" }).ClickAsync();
        await page.Page.Locator("#newcomer-Recency").FillAsync("10");
        await page.Page.Locator("#newcomer-Frequency").FillAsync("12");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Find the segment" }).ClickAsync();
        await Expect(page.Page.Locator(".newcomer-answer")).ToContainTextAsync("This customer would be");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        page.AssertClean();
    }

    private static async Task ChooseMethodAsync(BrowserPage page, string name)
    {
        await page.Page.Locator(".method-shown").ClickAsync();
        await page.Page.Locator(".method-item").Filter(new LocatorFilterOptions { HasText = name }).First.ClickAsync();
        await Expect(page.Page.Locator(".method-shown")).ToContainTextAsync(name);
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
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
        // A browser goes back to the workspace it had open; a fresh one opens the newest. The first page only starts the server.
        await (await browser.OpenAsync("data")).DisposeAsync();
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(300, cancellationToken: TestContext.Current.CancellationToken);
        }

        var page = await browser.OpenAsync("segmentation", width, height, dark);
        // On a phone the slider is in the closed sheet, so the tab tells that there is a result.
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "The segments" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.WaitForChartsAsync();
        return page;
    }
}
