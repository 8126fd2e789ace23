using Bunit;
using CustomerDashboard.Charts;
using CustomerDashboard.Components.Charts;
using Microsoft.JSInterop;

namespace CustomerDashboard.Tests.Components.Charts;

public sealed class PlotlyChartTests : DashboardTestContext
{
    private static PlotlyFigure Bars(params double[] values) =>
        BarFigure.Create([.. values.Select((_, i) => $"Bar {i}")], values, new ChartAxis("Customers"));

    [Fact]
    public void Without_a_figure_a_skeleton_stands_in()
    {
        var chart = Render<PlotlyChart>();
        Assert.Single(chart.FindAll(".chart-skeleton"));
        Assert.True(chart.Find("button[title='Save as a picture']").HasAttribute("disabled"));
        Assert.Empty(DrawnFigures);
    }

    [Fact]
    public void A_figure_is_drawn_once_and_redrawn_only_when_it_is_another()
    {
        var first = Bars(1, 2);
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, first));
        chart.Render(p => p.Add(c => c.Title, "Sizes"));
        Assert.Equal([first], DrawnFigures);
        var second = Bars(3, 4);
        chart.Render(p => p.Add(c => c.Figure, second));
        chart.WaitForAssertion(() => Assert.Equal([first, second], DrawnFigures));
    }

    [Fact]
    public void The_text_alternative_carries_the_figures()
    {
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, Bars(717, 1450)).Add(c => c.Title, "Sizes"));
        Assert.Equal("Chart: Sizes", chart.Find("[role=group]").GetAttribute("aria-label"));
        Assert.Contains("Bar 0 717, Bar 1 1,450", chart.Find(".visually-hidden").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_shows_the_same_figures_and_hides_again()
    {
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, Bars(717, 1450)).Add(c => c.Title, "Sizes"));
        chart.Find("button[aria-label='Show Sizes as a table']").Click();
        Assert.Equal(["Bar 0", "717", "Bar 1", "1,450"], chart.FindAll("td").Select(cell => cell.TextContent));
        chart.Find("button[aria-pressed=true]").Click();
        Assert.Empty(chart.FindAll("table"));
    }

    [Fact]
    public async Task A_chart_that_cannot_be_drawn_gives_its_table()
    {
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, Bars(717, 1450)));
        await chart.Instance.OnPlotlyFailed("WebGL is not there");
        Assert.Equal("717", chart.FindAll("td")[1].TextContent);
        Assert.Contains("could not be drawn", chart.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_names_the_row_of_the_data()
    {
        ChartClick? pressed = null;
        var figure = Bars(1, 2) with { PointRows = [[40, 41]] };
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, figure).Add(c => c.OnClick, click => pressed = click));
        await chart.Instance.OnPlotlyClick(0, 1, "x");
        Assert.Equal(new ChartClick(0, 1, 41, "x"), pressed);
        await chart.Instance.OnPlotlyClick(5, 1, "x");
        Assert.Equal(-1, pressed!.Row);
    }

    [Fact]
    public async Task A_lasso_gives_rows_in_order_and_ignores_what_does_not_exist()
    {
        IReadOnlyList<int>? rows = null;
        var figure = Bars(1, 2) with { PointRows = [[9, 4], [7]] };
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, figure).Add(c => c.OnSelected, chosen => rows = chosen));
        await chart.Instance.OnPlotlySelected(new Pairs(0, 0, 1, 0, 0, 1, 0, 77, 9, 0, -1, -1));
        Assert.Equal([4, 7, 9], rows);
    }

    private sealed class Pairs(params int[] values) : IJSStreamReference
    {
        public long Length => values.Length * sizeof(int);

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
            new(new MemoryStream([.. values.SelectMany(BitConverter.GetBytes)]));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
