using System.Buffers.Binary;
using System.Globalization;
using CustomerDashboard.Charts;

namespace CustomerDashboard.Tests.Charts;

public sealed class FigureBuilderTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public FigureBuilderTests() => CultureInfo.CurrentCulture = new CultureInfo("en-GB");

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Fact]
    public void The_marked_point_of_a_line_is_larger_and_named()
    {
        var figure = FigureSamples.All["line"]();
        var sizes = figure.Data[0]["marker"]!["size"]!.AsArray().Select(size => size!.GetValue<int>()).ToArray();
        Assert.Equal(13, sizes[2]);
        Assert.All(sizes.Where((_, i) => i != 2), size => Assert.Equal(7, size));
        Assert.Equal("knee at k = 4", figure.Layout["annotations"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(4.0, figure.Layout["shapes"]![0]!["x0"]!.GetValue<double>());
    }

    [Fact]
    public void A_value_that_is_not_finite_is_a_gap()
    {
        var figure = FigureSamples.All["lines"]();
        Assert.Null(figure.Data[1]["y"]![10]);
        Assert.Equal(9.0, figure.Data[0]["y"]![10]!.GetValue<double>());
    }

    [Fact]
    public void A_line_of_another_length_is_refused() =>
        Assert.Contains("'b' has 1 values for 2 positions", Assert.Throws<ArgumentException>(() =>
            LineFigure.Create([1, 2], [new("b", [1])], new("x"), new("y"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_waterfall_ends_at_the_sum()
    {
        var figure = FigureSamples.All["waterfall"]();
        var changes = figure.Data[0]["x"]!.AsArray();
        Assert.Equal(779_495.0, changes[^1]!.GetValue<double>());
        Assert.Equal(["absolute", "relative", "relative", "relative", "relative", "total"], figure.Data[0]["measure"]!.AsArray().Select(m => m!.GetValue<string>()));
        Assert.Equal("none", figure.Data[0]["text"]![4]!.GetValue<string>());
    }

    [Fact]
    public void A_diverging_heat_map_is_centred_on_zero()
    {
        var trace = FigureSamples.All["profile"]().Data[0];
        Assert.Equal(1.9, trace["zmax"]!.GetValue<double>());
        Assert.Equal(-1.9, trace["zmin"]!.GetValue<double>());
    }

    [Fact]
    public void Scatter_points_know_their_rows_and_keep_their_segments_colour()
    {
        var figure = ScatterFigure.Create([1, 2, 3, 4], [5, 6, 7, 8], [1, 0, 1, -1], ["A", "B"], ["a", "b", "c", "d"], new("x"), new("y"));
        Assert.Equal(["In No Segment", "A", "B"], figure.Data.Select(trace => trace["name"]!.GetValue<string>()));
        Assert.Equal([3], figure.PointRows![0]);
        Assert.Equal([0, 2], figure.PointRows[2]);
        Assert.Equal("var(--segment-2)", figure.Data[2]["marker"]!["color"]!.GetValue<string>());
        var bytes = Convert.FromBase64String(figure.Data[2]["y"]!["bdata"]!.GetValue<string>());
        Assert.Equal([5f, 7f], [BinaryPrimitives.ReadSingleLittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4))]);
        Assert.True(figure.Selectable);
    }

    [Fact]
    public void Sankey_leaves_out_empty_flows_and_names_the_largest()
    {
        var figure = SankeyFigure.Create("2", ["A", "B"], "2", ["C", "D"], [[10, 0], [5, 30]]);
        Assert.Equal(3, figure.Data[0]["link"]!["value"]!.AsArray().Count);
        Assert.Equal("2 beside 2. The largest flow: 30 customers, 86% of B, to D.", figure.Summary);
    }

    [Fact]
    public void A_tree_puts_parents_between_their_children()
    {
        var figure = FigureSamples.All["tree"]();
        var y = figure.Data[1]["y"]!.AsArray().Select(value => value!.GetValue<double>()).ToArray();
        Assert.Equal([0, -1, -0.5, -2, -3, -2.5, -1.5], y);
        Assert.Equal([2, 2, 1, 2, 2, 1, 0], figure.Data[1]["x"]!.AsArray().Select(value => value!.GetValue<int>()));
        Assert.Equal("Recency ≤ 93 days and Frequency ≥ 5", figure.Table!.Rows[0][0]);
        Assert.Equal("not (Recency ≤ 93 days) and not (Tenure ≥ 300 days)", figure.Table.Rows[3][0]);
    }

    [Fact]
    public void The_palette_begins_again_after_ten_and_keeps_grey_for_noise()
    {
        Assert.Equal("var(--segment-1)", SegmentPalette.Token(11));
        Assert.Equal("var(--segment-noise)", SegmentPalette.Token(-1));
        Assert.Equal("#0072b2", SegmentPalette.Hex(0));
    }
}
