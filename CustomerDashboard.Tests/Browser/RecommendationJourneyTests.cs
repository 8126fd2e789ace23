using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>From a customer's id to products with reasons, and to how good such offers are.</summary>
[Collection(BrowserRuns.Name)]
public sealed class RecommendationJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_customer_is_found_and_the_reasons_are_read()
    {
        await (await browser.OpenAsync("data")).DisposeAsync();
        string id;
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(300, cancellationToken: TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync("recommendations", 1440, 900);
        var offers = page.Page.Locator("table.offers tbody tr");
        await Expect(offers).ToHaveCountAsync(10, new() { Timeout = 60_000 });
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();

        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Customer" }).FillAsync("1");
        var option = page.Page.GetByRole(AriaRole.Option).Nth(1);
        id = (await option.Locator(".strong").TextContentAsync())!;
        await option.ClickAsync();
        await Expect(page.Page.Locator("#offer-title")).ToHaveTextAsync($"What to offer to customer {id}");
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"customer={id}"));
        await Expect(offers.First.Locator(".offer-why")).Not.ToBeEmptyAsync();

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "How good it is" }).ClickAsync();
        await page.WaitForChartsAsync();
        await Expect(page.Page.Locator("section[aria-labelledby=quality-title]")).ToContainTextAsync("Bestsellers (popularity)");
        await page.AssertAccessibleAsync();

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Dimensions" }).ClickAsync();
        await page.WaitForChartsAsync();
        await page.AssertAccessibleAsync();
        page.AssertClean();
    }
}
