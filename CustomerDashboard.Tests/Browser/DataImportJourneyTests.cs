using System.Text;
using CustomerDashboard.Tests.Dashboard.Pages.DataImport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Bringing a file in through the real page, server and disk.</summary>
[Collection(BrowserRuns.Name)]
public sealed class DataImportJourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(390, 844, true)]
    public async Task A_file_is_uploaded_mapped_read_and_accounted_for(int width, int height, bool dark)
    {
        await using var page = await browser.OpenAsync("data?view=new", width, height, dark);
        await page.AssertAccessibleAsync();
        await UploadAsync(page, "shop.csv", SmallFiles.Retail);
        await Expect(page.Page.GetByText("What the columns mean")).ToBeVisibleAsync();
        await Expect(page.Page.GetByLabel("Customer", new() { Exact = true })).ToHaveValueAsync("CustomerID");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ScreenshotAsync($"data-columns-{width}");

        await Button(page, "Read the file").ClickAsync();
        await Expect(page.Page.GetByText("6 read = 5 kept + 1 set aside")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".rejected-frame")).ToContainTextAsync("six");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ScreenshotAsync($"data-result-{width}");

        // Reloading keeps the workspace.
        await page.Page.ReloadAsync();
        await Expect(page.Page.GetByText("6 read = 5 kept + 1 set aside")).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task Rejected_rows_can_be_downloaded()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await UploadAsync(page, "shop.csv", SmallFiles.Retail);
        await Button(page, "Read the file").ClickAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Download rejected rows" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("six", text, StringComparison.Ordinal);
        Assert.Contains("Quantity", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_european_file_with_semicolons_and_decimal_commas_needs_no_help()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await UploadAsync(page, "einkauf.csv", SmallFiles.European);
        await Expect(page.Page.GetByText("semicolon-separated")).ToBeVisibleAsync();
        await Expect(page.Page.GetByLabel("Customer", new() { Exact = true })).ToHaveValueAsync("Kunde");
        await Button(page, "Read the file").ClickAsync();
        await Expect(page.Page.GetByText("4 read = 4 kept + 0 set aside")).ToBeVisibleAsync();
        // 6 x 2.55 + 2 x 1003.39 + 32 x 1.69 + 3 x 5.95
        await Expect(page.Page.GetByText("2,094.01")).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task Ambiguous_dates_are_asked_about_with_both_readings()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await UploadAsync(page, "orders.csv", SmallFiles.Ambiguous);
        await Expect(page.Page.GetByText("Sunday, 3 April 2011")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Friday, 4 March 2011")).ToBeVisibleAsync();
        await Expect(Button(page, "Read the file")).ToBeDisabledAsync();
        await page.AssertAccessibleAsync();
        await page.Page.GetByLabel("Friday, 4 March 2011").CheckAsync();
        await Button(page, "Read the file").ClickAsync();
        await Expect(page.Page.GetByText("2 Jan 2011 to 8 Jul 2011").First).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task Tables_of_one_archive_are_offered_together()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        var archive = SmallFiles.Zip(("2010.csv", SmallFiles.Retail), ("2011.csv", SmallFiles.Retail));
        await page.Page.Locator(".drop input[type=file]").SetInputFilesAsync(new FilePayload { Name = "years.zip", MimeType = "application/zip", Buffer = archive });
        await Expect(page.Page.GetByLabel("2010.csv")).ToBeCheckedAsync();
        await Expect(page.Page.GetByLabel("2011.csv")).ToBeCheckedAsync();
        await page.AssertAccessibleAsync();
        await page.Page.GetByLabel("2011.csv").UncheckAsync();
        await Expect(page.Page.GetByText("6 rows will be read")).ToBeVisibleAsync();
        await page.Page.GetByLabel("2011.csv").CheckAsync();
        await Expect(page.Page.GetByText("12 rows will be read")).ToBeVisibleAsync();
        await Button(page, "Read the file").ClickAsync();
        await Expect(page.Page.GetByText("12 read = 10 kept + 2 set aside")).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task One_row_per_customer_leads_to_segments_without_cleaning()
    {
        var path = SharedData.Require("Mall_Customers.csv");
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.Locator(".drop input[type=file]").SetInputFilesAsync(path);
        await Expect(page.Page.GetByText("What describes the customers")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync("data-attributes");
        await Button(page, "Read the file").ClickAsync();
        await Expect(page.Page.GetByText("200 read = 200 kept + 0 set aside")).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "See segments" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Clean the lines")).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [Fact]
    public async Task The_real_file_is_read_whole()
    {
        var path = SharedData.Require("online_retail.csv.gz");
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.Locator(".drop input[type=file]").SetInputFilesAsync(path);
        await Button(page, "Read the file").ClickAsync();
        await Expect(page.Page.GetByText("541,909 read = 541,909 kept + 0 set aside")).ToBeVisibleAsync(new() { Timeout = 180_000 });
        await Expect(page.Page.Locator(".facts")).ToContainTextAsync("1 Dec 2010 to 9 Dec 2011");
        page.AssertClean();
    }

    [Fact]
    public async Task A_picture_renamed_csv_is_refused_in_words_and_can_be_deleted()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        var name = $"picture-{Guid.NewGuid():N}.csv";
        await page.Page.Locator(".drop input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = SmallFiles.Picture });
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("picture");
        await page.AssertAccessibleAsync();
        await Button(page, "Remove this file").ClickAsync();
        await Expect(page.Page.GetByText(name)).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [Fact]
    public async Task A_file_can_be_dropped_anywhere_on_the_page()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await Expect(page.Page.GetByText("Drop a file here")).ToBeVisibleAsync();
        await page.Page.WaitForTimeoutAsync(500);
        await page.Page.EvaluateAsync(
            """
            content => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([content], 'dropped.csv'));
              document.querySelector('h1').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
            }
            """,
            SmallFiles.Retail);
        await Expect(page.Page.GetByText("What the columns mean")).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task An_upload_shows_its_progress_and_can_be_cancelled_without_a_trace()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        var network = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = 1 << 20 });
        var name = $"long-{Guid.NewGuid():N}.csv";
        await page.Page.Locator(".drop input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = new byte[20 << 20] });
        await Expect(page.Page.GetByText("of 20 MB")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("left").First).ToBeVisibleAsync();
        await page.ScreenshotAsync("data-uploading");
        await Button(page, "Cancel").ClickAsync();
        await Expect(page.Page.GetByText("The upload was cancelled")).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("h1").First).ToBeVisibleAsync();
        await Expect(page.Page.GetByText(name)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_broken_connection_is_told_and_the_file_can_be_chosen_again()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.RouteAsync("**/api/workspaces?*", route => route.AbortAsync("connectionreset"));
        await UploadAsync(page, "shop.csv", SmallFiles.Retail);
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("did not arrive");
        await page.Page.UnrouteAsync("**/api/workspaces?*");
        await UploadAsync(page, "shop.csv", SmallFiles.Retail);
        await Expect(page.Page.GetByText("What the columns mean")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_sample_is_one_press_away()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.GetByText("Size of the sample").ClickAsync();
        await page.Page.GetByLabel("Customers", new() { Exact = true }).FillAsync("200");
        await page.Page.Keyboard.PressAsync("Tab");
        await Button(page, "Explore sample data").ClickAsync();
        await Expect(page.Page.GetByText("What is loaded")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Page.GetByText("Sample retailer, 200 customers").First).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task Two_tabs_keep_two_workspaces()
    {
        await using var first = await browser.OpenAsync("data?view=new");
        await UploadAsync(first, "first.csv", SmallFiles.Retail);
        await Button(first, "Read the file").ClickAsync();
        await Expect(first.Page.GetByText("What is loaded")).ToBeVisibleAsync();

        var second = await first.Page.Context.NewPageAsync();
        await second.GotoAsync(browser.Address + "data?view=new");
        await second.Locator(".drop input[type=file]").SetInputFilesAsync(Payload("second.csv", SmallFiles.European));
        await second.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync();
        await Expect(second.GetByText("4 read = 4 kept")).ToBeVisibleAsync();

        await first.Page.ReloadAsync();
        await Expect(first.Page.GetByText("6 read = 5 kept")).ToBeVisibleAsync();
        await second.ReloadAsync();
        await Expect(second.GetByText("4 read = 4 kept")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_workspace_is_renamed_duplicated_and_deleted_after_asking()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await UploadAsync(page, "keep.csv", SmallFiles.Retail);
        await Expect(page.Page.GetByText("What the columns mean")).ToBeVisibleAsync();
        var name = $"Spring {Guid.NewGuid():N}"[..15];
        var open = page.Page.Locator(".workspace.current");
        await open.GetByLabel("Actions for").ClickAsync();
        await open.GetByText("Rename").ClickAsync();
        await page.Page.GetByLabel("New name").FillAsync(name);
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(open).ToContainTextAsync(name);

        await open.GetByLabel("Actions for").ClickAsync();
        await open.GetByText("Duplicate").ClickAsync();
        var copy = page.Page.Locator(".workspace", new() { HasText = $"{name} (copy)" });
        await Expect(copy).ToBeVisibleAsync();

        await copy.GetByLabel("Actions for").ClickAsync();
        await copy.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(Button(page, "Keep it")).ToBeFocusedAsync();
        await page.AssertAccessibleAsync();
        await Button(page, "Delete it").ClickAsync();
        await Expect(copy).ToHaveCountAsync(0);
        await Expect(open).ToContainTextAsync(name);
        page.AssertClean();
    }

    [Fact]
    public async Task A_saved_recipe_can_be_applied_and_a_wrong_one_is_refused_in_words()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await UploadAsync(page, "shop.csv", SmallFiles.Retail);
        await Button(page, "Read the file").ClickAsync();
        var saved = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Save recipe", Exact = true }).First.ClickAsync());
        var recipe = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        var input = page.Page.Locator("input[accept*=json]");
        await input.SetInputFilesAsync(Payload("recipe.json", recipe.Replace("\"seed\"", "\"sed\"", StringComparison.Ordinal)));
        await Expect(page.Page.Locator(".note[role=alert]")).ToContainTextAsync("sed");
        await input.SetInputFilesAsync(Payload("recipe.json", recipe));
        await Expect(page.Page.GetByText("recipe.json is applied")).ToBeVisibleAsync();
    }

    private static Task UploadAsync(BrowserPage page, string name, string content) =>
        page.Page.Locator(".drop input[type=file]").SetInputFilesAsync(Payload(name, content));

    private static FilePayload Payload(string name, string content) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) };

    private static ILocator Button(BrowserPage page, string name) => page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
