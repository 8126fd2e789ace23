using System.Text;
using Bunit;
using CustomerDashboard.Components.Pages.DataImport;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Tests.Components;
using CustomerDashboard.Workspaces;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.DataImport;

/// <summary>The page over the real workspaces, jobs and importer, in a folder of its own.</summary>
public sealed class DataImportPageTests : DashboardTestContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "data-page-" + Guid.NewGuid().ToString("N"));

    public DataImportPageTests()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddLogging();
        Services.AddWorkspaces(_ => folder);
    }

    private WorkspaceStore Store => Services.GetRequiredService<WorkspaceStore>();

    [Fact]
    public void Without_data_it_offers_upload_and_sample_and_states_the_limits()
    {
        var page = Render<DataImportPage>();
        page.WaitForAssertion(() => Assert.Contains("Explore sample data", page.Markup, StringComparison.Ordinal), Patience);
        Assert.NotNull(page.Find("input[type=file]"));
        Assert.Contains("columns.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Workspaces", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_file_is_shown_read_and_accounted_for()
    {
        var page = await UploadAsync(SmallFiles.Retail, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("What the columns mean", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Read the file");
        page.WaitForAssertion(() => Assert.Contains("6 read = 5 kept + 1 set aside", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("six", page.Find(".rejected-frame").TextContent, StringComparison.Ordinal);
        Assert.Contains("Quantity", page.Find(".rejected-frame").TextContent, StringComparison.Ordinal);
        Assert.Contains("See segments", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ambiguous_dates_hold_the_reading_back_until_they_are_answered()
    {
        var page = await UploadAsync(SmallFiles.Ambiguous, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("Day or month first?", page.Markup, StringComparison.Ordinal), Patience);
        Assert.True(ReadButton(page).HasAttribute("disabled"));
        page.FindAll("input[type=radio]")[1].Change(true);
        Assert.False(ReadButton(page).HasAttribute("disabled"));
        ReadButton(page).Click();
        page.WaitForAssertion(() => Assert.Contains("4 read = 4 kept", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("8 Jul 2011", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("7 Aug 2011", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_called_csv_is_refused_in_words_and_the_page_stays_usable()
    {
        var page = await UploadAsync(SmallFiles.Picture, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("not a table", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Press(page, "Choose another file");
        page.WaitForAssertion(() => Assert.NotNull(page.Find("input[type=file]")), Patience);
    }

    [Theory]
    [InlineData("orders-protected.xls")]
    [InlineData("orders-protected.xlsx")]
    public async Task A_workbook_with_a_password_says_what_to_do_and_another_file_can_be_chosen(string name)
    {
        var page = await UploadAsync(await File.ReadAllBytesAsync(Fixture.Path(name), Xunit.TestContext.Current.CancellationToken), name);
        page.WaitForAssertion(() => Assert.Contains("remove the password", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Press(page, "Choose another file");
        page.WaitForAssertion(() => Assert.NotNull(page.Find("input[type=file]")), Patience);
    }

    [Fact]
    public async Task One_row_per_customer_takes_its_own_road()
    {
        var page = await UploadAsync(SmallFiles.Mall, "mall.csv");
        page.WaitForAssertion(() => Assert.Contains("What describes the customers", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Read the file");
        page.WaitForAssertion(() => Assert.Contains("6 read = 6 kept", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("Clean the lines", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_delimiter_can_be_corrected_and_the_file_is_looked_at_anew()
    {
        var page = await UploadAsync(SmallFiles.European, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("as found: semicolon", page.Markup, StringComparison.Ordinal), Patience);
        page.FindAll(".reading select")[2].Change("2");
        page.WaitForAssertion(() => Assert.Contains("Column 1", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_recipe_of_another_file_is_adapted_and_said_to_be()
    {
        var page = await UploadAsync(SmallFiles.European, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("What the columns mean", page.Markup, StringComparison.Ordinal), Patience);
        var card = page.FindComponent<RecipeCard>();
        await page.InvokeAsync(() => card.Instance.Apply("""{ "import": { "mapping": { "Customer": "Client number", "Date": "Day", "LineAmount": "Paid" } }, "seed": 7 }"""));
        page.WaitForAssertion(() => Assert.Contains("proposed anew", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Read the file");
        page.WaitForAssertion(() => Assert.Contains("4 read = 4 kept", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(7, Store.Read(Store.List()[0].Id).Options.Seed);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_keeps_the_last_result_and_can_be_taken_back()
    {
        var page = await UploadAsync(SmallFiles.Retail, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("What the columns mean", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Read the file");
        page.WaitForAssertion(() => Assert.Contains("6 read = 5 kept", page.Markup, StringComparison.Ordinal), Patience);
        var session = Services.GetRequiredService<WorkspaceSession>();
        var wrong = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "CustomerID", [ColumnRole.Date] = "Description", [ColumnRole.UnitPrice] = "UnitPrice" };
        await session.UpdateAsync(options => options with { Import = options.Import with { Mapping = wrong } });
        page.WaitForAssertion(() => Assert.Contains("The last change could not be computed", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("6 read = 5 kept", page.Markup, StringComparison.Ordinal);
        Press(page, "Take the change back");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".failed")), Patience);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_so_everywhere_and_leaves_the_way_back_open()
    {
        var page = await UploadAsync(SmallFiles.Retail, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("What the columns mean", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Read the file");
        page.WaitForAssertion(() => Assert.Contains("See segments", page.Markup, StringComparison.Ordinal), Patience);
        var session = Services.GetRequiredService<WorkspaceSession>();
        var sound = session.Current!.Id;

        using var garbage = new MemoryStream(SmallFiles.Picture);
        var record = await Store.CreateAsync(garbage, "picture.csv", 1 << 20, null, Xunit.TestContext.Current.CancellationToken);
        await session.OpenAsync(record.Id);
        page.WaitForAssertion(() => Assert.Contains("Back to shop", page.Markup, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal("Cannot be read", page.Find(".workspace.current .chip").TextContent), Patience);
        var shell = new WorkspaceShell(session);
        Assert.Equal("Cannot be read", shell.Standing!.Words);
        Assert.Contains(shell.Workspaces, workspace => workspace.Detail == "picture.csv, cannot be read");

        Press(page, "Back to shop");
        page.WaitForAssertion(() => Assert.Equal(sound, session.Current?.Id), Patience);
        Assert.Null(shell.Standing);
        await session.OpenAsync(record.Id);
        page.WaitForAssertion(() => Assert.Contains("Remove this file", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Remove this file");
        page.WaitForAssertion(() => Assert.Equal(sound, Assert.Single(Store.List()).Id), Patience);
        page.WaitForAssertion(() => Assert.Equal(sound, session.Current?.Id), Patience);
    }

    [Fact]
    public async Task Where_cleaning_leaves_nothing_the_file_is_shown_as_read_with_the_way_to_the_rules()
    {
        var lines = string.Concat(Enumerable.Range(1, 30).Select(i => $"C{536000 + i},{20000 + i},Mug {i},-{i},{1 + (i % 28)}/12/2010 08:26,2.55,{17850 + (i % 5)},United Kingdom\n"));
        var page = await UploadAsync("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n" + lines, "returns.csv");
        page.WaitForAssertion(() => Assert.Contains("What the columns mean", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Read the file");
        page.WaitForAssertion(() => Assert.Contains("left nothing to analyse", page.Markup, StringComparison.Ordinal), Patience);
        var customers = page.FindAll(".metric")[^1].TextContent;
        Assert.Contains("5", customers, StringComparison.Ordinal);
        Assert.Contains("none left after cleaning", customers, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a.button-primary"), link => link.GetAttribute("href") == "/cleaning");
        var shell = new WorkspaceShell(Services.GetRequiredService<WorkspaceSession>());
        Assert.Equal("Nothing left", shell.Standing!.Words);
        Assert.Null(shell.WhyUnavailable("/cleaning"));
    }

    [Fact]
    public async Task Deleting_the_open_workspace_leads_back_to_the_start()
    {
        var page = await UploadAsync(SmallFiles.Retail, "shop.csv");
        page.WaitForAssertion(() => Assert.Contains("What the columns mean", page.Markup, StringComparison.Ordinal), Patience);
        page.FindAll(".menu-item")[^1].Click();
        Press(page, "Delete it");
        page.WaitForAssertion(() => Assert.Contains("Drop a file here", page.Markup, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(Store.List()), Patience);
    }

    private Task<IRenderedComponent<DataImportPage>> UploadAsync(string content, string name) => UploadAsync(Encoding.UTF8.GetBytes(content), name);

    private async Task<IRenderedComponent<DataImportPage>> UploadAsync(byte[] content, string name)
    {
        var page = Render<DataImportPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("input[type=file]")), Patience);
        var record = await Store.CreateAsync(new MemoryStream(content), name, 1 << 20, null, Xunit.TestContext.Current.CancellationToken);
        var drop = page.FindComponent<FileDrop>();
        await drop.Instance.StartedAsync(name, content.Length);
        await drop.Instance.ReceivedAsync(record.Id, record.SourceBytes, content.Length);
        return page;
    }

    private static AngleSharp.Dom.IElement ReadButton(IRenderedComponent<DataImportPage> page) =>
        page.FindAll("button").First(button => button.TextContent.Trim().EndsWith("Read the file", StringComparison.Ordinal));

    private static void Press(IRenderedComponent<DataImportPage> page, string words) =>
        page.FindAll("button").First(button => button.TextContent.Trim().EndsWith(words, StringComparison.Ordinal)).Click();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
