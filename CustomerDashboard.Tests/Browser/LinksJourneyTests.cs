using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Looking at what is bought together, opening a product's neighbourhood, and taking the links away as a file.</summary>
[Collection(BrowserRuns.Name)]
public sealed class LinksJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_product_is_found_its_neighbourhood_opened_and_the_links_saved()
    {
        // A browser goes back to the workspace it had open; a fresh one opens the newest. The first page only starts the server.
        await (await browser.OpenAsync("data")).DisposeAsync();
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(600, cancellationToken: TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync("links");
        var search = page.Page.GetByLabel("Find a product");
        await search.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ScreenshotAsync("links");

        var hub = await page.Page.Locator(".role-list .node-button").First.InnerTextAsync();
        await search.FillAsync(hub);
        await page.Page.Locator(".finder-item").First.ClickAsync();
        await Expect(page.Page.Locator("#neighbourhood-title")).ToHaveTextAsync($"Linked with {hub}");
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("node="));
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();

        // The link that reproduces the view.
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("#neighbourhood-title")).ToHaveTextAsync($"Linked with {hub}");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Save links" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("Code,Name,OtherCode", lines[0].TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.True(lines.Length > 10, $"The file has {lines.Length} lines.");

        await page.Page.SetViewportSizeAsync(390, 844);
        await page.AssertNoSidewaysScrollAsync();
        page.AssertClean();
    }
}
