using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>How a feature is spread within each segment: median, middle half, and the range of all but the extremes.</summary>
public static class BoxFigure
{
    /// <param name="names">One for each segment.</param>
    /// <param name="values">The feature's values of each segment's customers.</param>
    /// <param name="axis">What the feature is.</param>
    public static PlotlyFigure Create(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> values, ChartAxis axis)
    {
        if (names.Count != values.Count) throw new ArgumentException($"There are {names.Count} names for {values.Count} groups.", nameof(names));
        var data = new List<JsonObject>(names.Count);
        var table = new List<IReadOnlyList<string>>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            // A log axis has no place for zero and below.
            double[] sorted = [.. values[i].Where(value => double.IsFinite(value) && (!axis.Log || value > 0)).Order()];
            if (sorted.Length == 0) continue;
            var (q1, median, q3) = (Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75));
            // Whiskers end at the 5th and 95th percentile: with thousands of customers a fence would be all outliers.
            var (low, high) = (Quantile(sorted, 0.05), Quantile(sorted, 0.95));
            data.Add(new JsonObject
            {
                ["type"] = "box",
                ["name"] = names[i],
                ["x"] = ChartTheme.Strings([names[i]]),
                ["q1"] = ChartTheme.Values([q1]),
                ["median"] = ChartTheme.Values([median]),
                ["q3"] = ChartTheme.Values([q3]),
                ["lowerfence"] = ChartTheme.Values([low]),
                ["upperfence"] = ChartTheme.Values([high]),
                ["marker"] = new JsonObject { ["color"] = SegmentPalette.Token(i) },
                ["line"] = new JsonObject { ["color"] = SegmentPalette.Token(i), ["width"] = 1.5 },
                ["whiskerwidth"] = 0.4,
                ["hoverinfo"] = "y",
            });
            table.Add([names[i], Numbers.Count(sorted.Length), Numbers.Exact(low, 2), Numbers.Exact(q1, 2), Numbers.Exact(median, 2), Numbers.Exact(q3, 2), Numbers.Exact(high, 2)]);
        }
        return new PlotlyFigure
        {
            Data = data,
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["type"] = "category", ["showgrid"] = false },
                ["yaxis"] = ChartTheme.Axis(axis),
                ["showlegend"] = false,
                ["boxgap"] = 0.4,
            },
            Height = 300,
            Summary = $"{axis.Text}, median and middle half: " + string.Join(", ", table.Select(row => $"{row[0]} {row[4]} ({row[3]} to {row[5]})")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Segment", Numeric: false), new ChartColumn("Customers"), new ChartColumn("5 %"), new ChartColumn("25 %"), new ChartColumn("Median"), new ChartColumn("75 %"), new ChartColumn("95 %")],
                table),
        };
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
