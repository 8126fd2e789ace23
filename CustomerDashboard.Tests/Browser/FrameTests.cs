using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>The frame of every page, seen on the one page that exists whatever else does: "page not found".</summary>
[Collection(BrowserRuns.Name)]
public sealed partial class FrameTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_unknown_address_answers_404_within_the_frame()
    {
        await using var page = await browser.OpenAsync("no-such-page");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no page at this address" })).ToBeVisibleAsync();
        var answer = await page.Page.APIRequest.GetAsync(browser.Address + "no-such-page");
        Assert.Equal(404, answer.Status);
        page.AssertClean();
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(1440, 900, true)]
    [InlineData(390, 844, false)]
    [InlineData(390, 844, true)]
    public async Task The_frame_is_accessible_and_never_wider_than_the_window(int width, int height, bool dark)
    {
        await using var page = await browser.OpenAsync("no-such-page", width, height, dark);
        await page.ScreenshotAsync($"frame-{width}-{(dark ? "dark" : "light")}");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task The_chosen_theme_is_kept_when_the_page_is_loaded_again()
    {
        await using var page = await browser.OpenAsync("no-such-page");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Light theme" })).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Light theme" })).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task The_first_visit_follows_the_system_until_a_person_chooses()
    {
        await using var page = await browser.OpenAsync("no-such-page", preferred: ColorScheme.Dark);
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Light theme" }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" })).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        page.AssertClean();
    }

    [Fact]
    public async Task The_rail_narrows_and_stays_narrow()
    {
        await using var page = await browser.OpenAsync("no-such-page");
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = NarrowButton() }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-rail", "closed");
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-rail", "closed");
    }

    [Fact]
    public async Task On_a_phone_the_menu_is_a_drawer_that_escape_closes()
    {
        await using var page = await browser.OpenAsync("no-such-page", 390, 844);
        var rail = page.Page.Locator(".rail");
        await Expect(rail).ToBeHiddenAsync();
        var opener = page.Page.GetByRole(AriaRole.Button, new() { Name = "Open the menu" });
        await opener.ClickAsync();
        await Expect(rail).ToBeVisibleAsync();
        await page.ScreenshotAsync("drawer-390");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(rail).ToBeHiddenAsync();
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_skip_link_appears_on_focus_and_leads_to_the_content()
    {
        await using var page = await browser.OpenAsync("no-such-page");
        var skip = page.Page.GetByRole(AriaRole.Button, new() { Name = "Skip to content" });
        await skip.FocusAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("#content")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Help_opens_as_a_sheet_and_escape_closes_it()
    {
        await using var page = await browser.OpenAsync("no-such-page");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true }).ClickAsync();
        var sheet = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Help" });
        await Expect(sheet).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("help");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("components-reconnect-show", "Connecting again")]
    [InlineData("components-reconnect-failed", "The connection is lost")]
    public async Task A_lost_connection_is_told_in_words(string state, string words)
    {
        await using var page = await browser.OpenAsync("no-such-page");
        // Blazor's script sets these classes; taking the server away would take it from the other tests too.
        await page.Page.EvaluateAsync("state => document.getElementById('components-reconnect-modal').classList.add(state)", state);
        var dialog = page.Page.GetByRole(AriaRole.Dialog, new() { Name = words });
        await Expect(dialog).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync(state);
        await page.Page.EvaluateAsync("state => document.getElementById('components-reconnect-modal').classList.remove(state)", state);
        await Expect(dialog).ToBeHiddenAsync();
    }

    [GeneratedRegex("menu$")]
    private static partial Regex NarrowButton();
}
