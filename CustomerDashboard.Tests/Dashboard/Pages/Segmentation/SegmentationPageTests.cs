using System.Globalization;
using System.Text;
using Bunit;
using CustomerDashboard.Components.Charts;
using CustomerDashboard.Components.Pages.Segmentation;
using CustomerDashboard.Tests.Components;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Segmentation;

/// <summary>The page over the real workspaces, jobs and segmentation, in a folder of its own.</summary>
public sealed class SegmentationPageTests : DashboardTestContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "segmentation-page-" + Guid.NewGuid().ToString("N"));

    public SegmentationPageTests()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddLogging();
        Services.AddWorkspaces(_ => folder);
    }

    private WorkspaceSession Session => Services.GetRequiredService<WorkspaceSession>();

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Without_data_it_says_what_it_will_show()
    {
        var page = Render<SegmentationPage>();
        page.WaitForAssertion(() => Assert.Contains("Which groups your customers fall into", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task It_answers_in_one_sentence_and_every_customer_is_a_point_of_the_map()
    {
        var page = await SampleAsync();
        var result = Session.Result!;
        var answer = Answer(page);
        Assert.Contains("% of revenue", answer, StringComparison.Ordinal);
        Assert.Contains(result.Personas!.Personas, persona => answer.Contains(persona.Name, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(DrawnFigures, figure => figure.Selectable), Patience);
        var map = DrawnFigures.Last(figure => figure.Selectable);
        Assert.Equal(Enumerable.Range(0, result.Features!.RowCount), map.PointRows!.SelectMany(rows => rows).Where(row => row >= 0).Order());
        Assert.Equal(result.Personas!.Personas.Select(persona => persona.Name).Order(), map.Data.Where((_, i) => map.PointRows![i].All(row => row >= 0)).Select(trace => trace["name"]!.GetValue<string>()).Order());
    }

    [Fact]
    public async Task The_slider_is_followed_at_once_and_kept_when_let_go()
    {
        var page = await SampleAsync();
        var before = Session.Result!.Segmentation!.ChosenK;
        var k = before == 6 ? 5 : 6;
        page.Find("input[type=range]").Input(k.ToString(CultureInfo.InvariantCulture));
        Assert.StartsWith(k == 6 ? "Six groups." : "Five groups.", Answer(page), StringComparison.Ordinal);
        Assert.Null(Session.Options.Segmentation.ChosenK);

        await page.InvokeAsync(() => page.Find("input[type=range]").ChangeAsync(new ChangeEventArgs { Value = k.ToString(CultureInfo.InvariantCulture) }));
        Assert.Equal(k, Session.Options.Segmentation.ChosenK);
        Assert.Contains($"k={k}", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(k, Session.Result!.Personas!.Personas.Count), Patience);

        Press(page, $"Use suggested: {Session.Result!.Segmentation!.Suggestion!.K}");
        page.WaitForAssertion(() => Assert.Null(Session.Options.Segmentation.ChosenK), Patience);
        Assert.DoesNotContain("k=", new Uri(Navigation.Uri).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_shows_its_number_of_groups_and_changes_nothing_until_asked()
    {
        Navigation.NavigateTo("segmentation?k=3&view=evidence");
        var page = await SampleAsync();
        Assert.StartsWith("Three groups.", Answer(page), StringComparison.Ordinal);
        Assert.Null(Session.Options.Segmentation.ChosenK);
        Assert.Equal(Session.Result!.Segmentation!.Sweep.Count, page.FindAll("tbody .sweep-k").Count);
        Assert.Equal("3", page.Find("tr[aria-current] th").TextContent.Trim());
        await page.Find("button[aria-label='Show 7 groups']").ClickAsync(new Microsoft.AspNetCore.Components.Web.MouseEventArgs());
        Assert.Equal(7, Session.Options.Segmentation.ChosenK);
    }

    [Fact]
    public async Task Customers_chosen_on_the_map_are_listed_found_and_filtered()
    {
        var page = await SampleAsync();
        var map = page.FindComponents<PlotlyChart>().First(chart => chart.Instance.OnSelected.HasDelegate);
        await page.InvokeAsync(() => map.Instance.OnSelected.InvokeAsync([1, 4, 9]));
        Assert.Contains("Customers selected on the map", page.Markup, StringComparison.Ordinal);
        var table = page.Find("#segmented-customers");
        Assert.StartsWith($"3 of {Session.Result!.Features!.RowCount} customers", table.QuerySelector("[aria-live]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Session.Result.Features.CustomerIds[4], table.TextContent, StringComparison.Ordinal);

        page.Find("#segmented-search").Input(Session.Result.Features.CustomerIds[9]);
        Assert.StartsWith("1 of ", page.Find("#segmented-customers [aria-live]").TextContent, StringComparison.Ordinal);
        Press(page, "Show all customers");
        page.Find("#segmented-search").Input("");
        page.Find("#segmented-group").Change("0");
        Assert.StartsWith($"{Session.Result.Segments!.Segments[0].Size} of ", page.Find("#segmented-customers [aria-live]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_numbers_are_compared_by_who_moves()
    {
        Navigation.NavigateTo("segmentation?k=3&k2=5&view=compare");
        var page = await SampleAsync();
        page.WaitForAssertion(() => Assert.Contains(DrawnFigures, figure => Type(figure) == "sankey"), Patience);
        var flows = DrawnFigures.Last(figure => Type(figure) == "sankey").Data[0]["link"]!["value"]!.AsArray().Sum(value => value!.GetValue<long>());
        Assert.Equal(Session.Result!.Features!.RowCount, flows);
        page.WaitForAssertion(() => Assert.Equal(2, DrawnFigures.Count(figure => figure.Selectable)), Patience);
    }

    [Fact]
    public async Task Features_can_be_chosen_but_never_none()
    {
        var page = await SampleAsync();
        await CheckAsync(page, 3, true);
        Assert.Contains("AverageOrderValue", Session.Options.Segmentation.Features);
        foreach (var index in new[] { 0, 1, 2 }) await CheckAsync(page, index, false);
        Assert.Equal(["AverageOrderValue"], Session.Options.Segmentation.Features);
        Assert.True(page.FindAll(".feature input")[3].HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_file_with_one_row_per_customer_has_groups_without_revenue()
    {
        var text = new StringBuilder("CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)\n");
        for (var i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1},{(i % 2 == 0 ? "Male" : "Female")},{20 + (i % 3 * 20) + (i % 5)},{15 + (i % 4 * 25) + (i % 7)},{5 + (i % 2 * 60) + (i % 6)}\n");
        }

        var page = await FileAsync("mall.csv", text.ToString());
        Assert.Contains("of 60 customers. The largest,", Answer(page), StringComparison.Ordinal);
        Assert.DoesNotContain("revenue", page.Markup, StringComparison.OrdinalIgnoreCase);
        await page.Find("input[type=range]").ChangeAsync(new ChangeEventArgs { Value = "4" });
        Assert.Equal(4, Session.Options.Segmentation.ChosenK);
    }

    [Fact]
    public async Task Too_few_customers_are_explained_and_the_settings_stay()
    {
        var page = await FileAsync("few.csv", "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID\n1,A,Apple,1,2024-01-13,2.5,C1\n2,A,Apple,1,2024-02-14,2.5,C1\n3,B,Bread,2,2024-03-15,3.5,C2\n");
        Assert.Contains("No groups can be formed", page.Markup, StringComparison.Ordinal);
        Assert.Contains("at least 3 are needed", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".feature input"));
    }

    private async Task<IRenderedComponent<SegmentationPage>> SampleAsync()
    {
        await Session.CreateSampleAsync(200, cancellationToken: Xunit.TestContext.Current.CancellationToken);
        return Ready();
    }

    private async Task<IRenderedComponent<SegmentationPage>> FileAsync(string name, string content)
    {
        var store = Services.GetRequiredService<WorkspaceStore>();
        var record = await store.CreateAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, 1 << 20, null, Xunit.TestContext.Current.CancellationToken);
        await Session.OpenAsync(record.Id);
        await Session.RunAsync();
        return Ready();
    }

    private IRenderedComponent<SegmentationPage> Ready()
    {
        var page = Render<SegmentationPage>();
        page.WaitForAssertion(() => Assert.True(Session is { Result: not null, Job: not { IsActive: true } }, Session.Problem), Patience);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".feature input")), Patience);
        return page;
    }

    // Found and pressed in one turn: a report of progress between the two would redraw the list.
    private static Task CheckAsync(IRenderedComponent<SegmentationPage> page, int index, bool on) =>
        page.InvokeAsync(() => page.FindAll(".feature input")[index].ChangeAsync(new ChangeEventArgs { Value = on }));

    private static string Answer(IRenderedComponent<SegmentationPage> page) => page.Find("h1").ParentElement!.QuerySelector("p")!.TextContent;

    private static string? Type(CustomerDashboard.Charts.PlotlyFigure figure) => figure.Data[0]["type"]?.GetValue<string>();

    private static void Press(IRenderedComponent<SegmentationPage> page, string words) =>
        page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.Trim().EndsWith(words, StringComparison.Ordinal)).Click()).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
