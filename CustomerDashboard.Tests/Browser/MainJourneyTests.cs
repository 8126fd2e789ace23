using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>From the sample retailer to cleaning, personas and prediction, as a marketing manager goes.</summary>
[Collection(BrowserRuns.Name)]
public sealed class MainJourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(390, 844, true)]
    public async Task Sample_data_lead_to_clean_lines_personas_and_predictions(int width, int height, bool dark)
    {
        await using var page = await browser.OpenAsync("data?view=new", width, height, dark);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Explore sample data" }).ClickAsync();
        await Expect(page.Page.GetByText("read =").First).ToBeVisibleAsync(new() { Timeout = 120_000 });

        foreach (var (path, heading) in new[] { ("cleaning", "Cleaning"), ("segmentation", "Segmentation"), ("segmentation?view=evidence", "Segmentation"), ("personas", "Personas"), ("prediction", "Prediction"), ("prediction?task=churn", "Prediction"), ("prediction?task=spend", "Prediction"), ("personas?view=summary", "Sample retailer") })
        {
            await page.GoAsync(path);
            await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToContainTextAsync(heading);
            await Expect(page.Page.Locator(".answer").First).Not.ToBeEmptyAsync();
            await page.WaitForChartsAsync();
            await page.AssertAccessibleAsync();
            await page.AssertNoSidewaysScrollAsync();
            await page.ScreenshotAsync($"{path.Replace('?', '-').Replace('=', '-')}-{width}");
        }

        page.AssertClean();
    }

    [Fact]
    public async Task The_real_file_goes_from_upload_to_predictions_with_the_peers_figures()
    {
        string file = SharedData.Require("online_retail.csv.gz");
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.SetInputFilesAsync("input[type=file]", file);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync(new() { Timeout = 120_000 });
        await Expect(page.Page.GetByText("541,909 read = 541,909 kept")).ToBeVisibleAsync(new() { Timeout = 180_000 });

        await page.GoAsync("cleaning");
        await Expect(page.Page.Locator(".answer").First).ToContainTextAsync("392,692 of 541,909 lines are kept");
        await Expect(page.Page.Locator(".answer").First).ToContainTextAsync("4,338 customers");
        await page.GoAsync("segmentation");
        await Expect(page.Page.Locator(".answer").First).ToContainTextAsync("Champions");
        await page.GoAsync("personas");
        await Expect(page.Page.Locator("article")).ToHaveCountAsync(4);
        await page.GoAsync("prediction");
        await Expect(page.Page.Locator(".matrix")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Logistic regression").First).ToBeVisibleAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task A_rule_switched_off_gives_its_lines_back_on_every_page()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Explore sample data" }).ClickAsync();
        await Expect(page.Page.GetByText("read =").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.GoAsync("cleaning");
        var kept = page.Page.Locator(".metric-value").First;
        string before = await kept.InnerTextAsync();
        await page.Page.GetByRole(AriaRole.Switch, new() { Name = "Exact duplicates" }).UncheckAsync();
        await Expect(kept).Not.ToHaveTextAsync(before, new() { Timeout = 60_000 });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(kept).ToHaveTextAsync(before, new() { Timeout = 60_000 });
        page.AssertClean();
    }

    [Fact]
    public async Task The_threshold_and_the_question_are_in_the_address()
    {
        await using var page = await browser.OpenAsync("data?view=new");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Explore sample data" }).ClickAsync();
        await Expect(page.Page.GetByText("read =").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.GoAsync("prediction");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Who is leaving" }).ClickAsync();
        await Expect(page.Page.Locator(".answer").First).ToContainTextAsync("stay away");
        var slider = page.Page.GetByRole(AriaRole.Slider).First;
        await slider.FocusAsync();
        for (int i = 0; i < 10; i++)
        {
            await page.Page.Keyboard.PressAsync("ArrowRight");
        }

        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("task=churn.*threshold=0.60|threshold=0.60.*task=churn"));
        string matrix = await page.Page.Locator(".matrix").InnerTextAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator(".matrix")).ToBeVisibleAsync();
        Assert.Equal(matrix, await page.Page.Locator(".matrix").InnerTextAsync());
        page.AssertClean();
    }
}
