using System.Globalization;
using System.Text;
using Bunit;
using CustomerDashboard.Components.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.Segmentation;
using CustomerDashboard.Tests.Components;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Segmentation;

/// <summary>What the page shows of segments, the map, curves and the comparison.</summary>
public sealed class SegmentationPageTests : SegmentationPageContext
{
    [Fact]
    public void Without_data_it_says_what_it_will_show()
    {
        var page = Render<SegmentationPage>();
        page.WaitForAssertion(() => Assert.Contains("Which segments your customers fall into", page.Markup, StringComparison.Ordinal), Patience);
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
        Assert.StartsWith(k == 6 ? "Six segments." : "Five segments.", Answer(page), StringComparison.Ordinal);
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
        Assert.StartsWith("Three segments.", Answer(page), StringComparison.Ordinal);
        Assert.Null(Session.Options.Segmentation.ChosenK);
        Assert.Equal(Session.Result!.Segmentation!.Sweep.Count, page.FindAll("tbody .sweep-k").Count);
        Assert.Equal("3", page.Find("tr[aria-current] th").TextContent.Trim());
        await page.Find("button[aria-label='Show 7 segments']").ClickAsync(new Microsoft.AspNetCore.Components.Web.MouseEventArgs());
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
    public async Task A_lasso_in_one_map_lights_up_the_other()
    {
        Navigation.NavigateTo("segmentation?k=3&k2=5&view=compare");
        var page = await SampleAsync();
        page.WaitForAssertion(() => Assert.Equal(2, DrawnFigures.Count(figure => figure.Selectable)), Patience);
        var maps = page.FindComponents<PlotlyChart>().Where(chart => chart.Instance.OnSelected.HasDelegate).ToArray();

        await page.InvokeAsync(() => maps[0].Instance.OnSelected.InvokeAsync([2, 3, 5]));

        Assert.Contains("3 customers selected:", page.Markup, StringComparison.Ordinal);
        var lit = maps[1].Instance.Figure!;
        Assert.Equal([2, 3, 5], lit.Data.SelectMany((trace, i) => trace["selectedpoints"]!.AsArray().Select(point => lit.PointRows![i][point!.GetValue<int>()])).Order());
        Assert.All(maps[0].Instance.Figure!.Data, trace => Assert.Null(trace["selectedpoints"]));
        Press(page, "Show all customers");
        Assert.All(maps[1].Instance.Figure!.Data, trace => Assert.Null(trace["selectedpoints"]));
    }

    [Fact]
    public async Task A_method_that_finds_k_itself_has_no_slider_and_keeps_those_outside()
    {
        var page = await SampleAsync();
        await ChooseMethodAsync(page, "DBSCAN");
        Assert.Empty(page.FindAll("input[type=range]"));
        Assert.Contains("in no segment", Answer(page), StringComparison.Ordinal);
        Assert.Contains("In No Segment", page.Find("#segmented-group").TextContent, StringComparison.Ordinal);
        Assert.Contains(Session.Result!.Personas!.Personas, persona => persona.Name == "In No Segment");
        Assert.Contains(page.FindAll("[role=tab]"), tab => tab.TextContent == "How near is near");
        foreach (var view in new[] { "method", "evidence", "rules", "compare", "newcomer" })
        {
            await page.InvokeAsync(() => page.Find($"#tab-{view}").Click());
            page.WaitForAssertion(() => Assert.Equal("true", page.Find($"#tab-{view}").GetAttribute("aria-selected")), Patience);
        }
    }

    [Fact]
    public async Task Where_everybody_is_noise_the_curve_shows_a_way_on()
    {
        var page = await SampleAsync();
        await ChooseMethodAsync(page, "DBSCAN");
        await page.InvokeAsync(() => page.FindComponents<OptionNumber>().First(option => option.Instance.Label.StartsWith("How near", StringComparison.Ordinal)).Instance.ValueChanged.InvokeAsync(0.0001));
        page.WaitForAssertion(() => Assert.Contains("No segments can be formed", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Take a larger reach", page.Markup, StringComparison.Ordinal);
        var curve = page.FindComponents<PlotlyChart>().Single(chart => chart.Instance.OnClick.HasDelegate);

        await page.InvokeAsync(() => curve.Instance.OnClick.InvokeAsync(new ChartClick(0, 190, 190, "191")));

        page.WaitForAssertion(() => Assert.DoesNotContain("No segments can be formed", page.Markup, StringComparison.Ordinal), Patience);
        Assert.InRange(Session.Options.Segmentation.Density.Epsilon!.Value, 0.01, 10);
    }

    [Fact]
    public async Task The_tree_is_cut_where_the_line_is_let_go()
    {
        Navigation.NavigateTo("segmentation?view=method");
        var page = await SampleAsync();
        await ChooseMethodAsync(page, "Hierarchical");
        page.WaitForAssertion(() => Assert.Contains(page.FindComponents<PlotlyChart>(), chart => chart.Instance.OnMoved.HasDelegate), Patience);
        var tree = Session.Result!.Segmentation!.Findings.Tree!;
        var k = Session.Result.Segmentation.ChosenK == 6 ? 5 : 6;

        await page.InvokeAsync(() => page.FindComponents<PlotlyChart>().Single(chart => chart.Instance.OnMoved.HasDelegate).Instance.OnMoved.InvokeAsync(tree.HeightOf(k)));

        Assert.Equal(k, Session.Options.Segmentation.ChosenK);
        await page.InvokeAsync(() => page.FindComponents<PlotlyChart>().Single(chart => chart.Instance.OnMoved.HasDelegate).Instance.OnMoved.InvokeAsync(0));
        Assert.Contains("A cut there would leave", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_is_put_into_a_group_and_bad_rows_are_told()
    {
        Navigation.NavigateTo("segmentation?view=newcomer");
        var page = await SampleAsync();
        var typical = Session.Result!.Segments!.Segments[0].TypicalRow;
        var table = Session.Result.Features!;
        await page.InvokeAsync(() => page.Find("#newcomers-text").Change(string.Create(CultureInfo.InvariantCulture, $"Customer,Recency,Frequency,Monetary\nNew,{table["Recency"][typical]},{table["Frequency"][typical]},{table["Monetary"][typical]}\nOld,many,1,1")));
        Press(page, "Find their segments");
        page.WaitForAssertion(() => Assert.Contains($"1 new customer: 1 {Session.Result.Personas!.Personas[0].Name}.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Line 3: Days since last purchase", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Contains("Tell at least one thing", page.Markup, StringComparison.Ordinal), Patience);
        Press(page, "Fill in a typical customer");
        page.WaitForAssertion(() => Assert.Contains("This customer would be among the", page.Find(".newcomer-answer").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Another_method_is_compared_and_the_first_stays_in_use()
    {
        Navigation.NavigateTo("segmentation?view=compare");
        var page = await SampleAsync();
        await page.InvokeAsync(() => page.FindAll("button").First(button => button.GetAttribute("aria-label") == "Compare with RFM scoring").Click());
        page.WaitForAssertion(() => Assert.Contains("segments by RFM scoring", page.Find("#compare-title").ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(CustomerDashboard.Core.Segmentation.SegmentationMethod.KMeans, Session.Result!.Segmentation!.Options.Method);
        Assert.Equal(CustomerDashboard.Core.Segmentation.SegmentationMethod.RfmScoring, Session.Options.Comparison!.Method);
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

        await page.InvokeAsync(() => page.Find(".method-shown").Click());
        var rfm = page.FindAll(".method-item").Single(item => item.TextContent.Contains("RFM scoring", StringComparison.Ordinal));
        Assert.True(rfm.HasAttribute("disabled"));
        Assert.Contains("Needs a file of purchases", rfm.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_customers_are_explained_and_the_settings_stay()
    {
        var page = await FileAsync("few.csv", "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID\n1,A,Apple,1,2024-01-13,2.5,C1\n2,A,Apple,1,2024-02-14,2.5,C1\n3,B,Bread,2,2024-03-15,3.5,C2\n");
        Assert.Contains("No segments can be formed", page.Markup, StringComparison.Ordinal);
        Assert.Contains("at least 3 are needed", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".feature input"));
    }
}
