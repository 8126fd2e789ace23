using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Raising the support, reading a rule, and taking the rules away as a file.</summary>
[Collection(BrowserRuns.Name)]
public sealed class BasketsJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task Support_is_raised_a_rule_is_read_and_the_rules_are_saved()
    {
        // A browser goes back to the workspace it had open; a fresh one opens the newest. The first page only starts the server.
        await (await browser.OpenAsync("data")).DisposeAsync();
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(600, cancellationToken: TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync("baskets");
        var expected = page.Page.Locator(".rules-expected");
        await expected.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ScreenshotAsync("baskets");

        string before = await expected.InnerTextAsync();
        var support = page.Page.GetByLabel("At least this common (support)", new() { Exact = true });
        await support.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(expected).Not.ToHaveTextAsync(before);
        string announced = await expected.InnerTextAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        // What is pressed before the new rules are there may not be among them.
        await Expect(page.Page.GetByText("Ready", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(expected).ToHaveTextAsync(announced);

        await page.Page.Locator(".rule-name").First.ClickAsync();
        await Expect(page.Page.Locator("#rule-title")).ToBeVisibleAsync();
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("rule="));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Network" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();

        // The link that reproduces the view.
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("#rule-title")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Save rules" }).ClickAsync());
        string[] lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("Antecedent,Consequent,", lines[0].TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.True(lines.Length > 2, $"The file has {lines.Length} lines.");

        await page.Page.SetViewportSizeAsync(390, 844);
        // Charts follow the window a moment later.
        await page.Page.WaitForFunctionAsync("document.documentElement.scrollWidth <= document.documentElement.clientWidth", null, new() { Timeout = 20_000 });
        await page.AssertNoSidewaysScrollAsync();
        page.AssertClean();
    }
}
