using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Lines over a common x: the elbow, silhouettes by k, a metric by threshold.</summary>
public static class LineFigure
{
    /// <param name="x">Positions, ascending.</param>
    /// <param name="series">Up to four are named at their ends, more in a legend.</param>
    /// <param name="xAxis">What runs to the right.</param>
    /// <param name="yAxis">What runs upwards.</param>
    /// <param name="marked">The chosen x, drawn and named; null for none.</param>
    /// <param name="markedText">The name of the chosen x.</param>
    /// <param name="points">Whether each x has its dot: for few, whole-numbered x.</param>
    public static PlotlyFigure Create(
        IReadOnlyList<double> x, IReadOnlyList<LineSeries> series, ChartAxis xAxis, ChartAxis yAxis,
        double? marked = null, string? markedText = null, bool points = true)
    {
        var data = new List<JsonObject>(series.Count);
        var layout = new JsonObject { ["xaxis"] = ChartTheme.Axis(xAxis), ["yaxis"] = ChartTheme.Axis(yAxis) };
        layout["xaxis"]!["showgrid"] = false;
        if (points && x.Count is > 1 and <= 20 && x.All(value => value == Math.Truncate(value))) layout["xaxis"]!["dtick"] = 1;
        // A single line is named by the chart's title and the axis.
        var direct = series.Count is > 1 and <= 4 && EndsAreApart(series);
        layout["showlegend"] = series.Count > 1 && !direct;

        for (var s = 0; s < series.Count; s++)
        {
            var line = series[s];
            if (line.Y.Count != x.Count)
                throw new ArgumentException($"The line '{line.Name}' has {line.Y.Count} values for {x.Count} positions.", nameof(series));
            var colour = line.Colour ?? (series.Count == 1 ? ChartTheme.Main : SegmentPalette.Token(s));
            var trace = new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = points ? "lines+markers" : "lines",
                ["name"] = line.Name,
                ["x"] = ChartTheme.Values([.. x]),
                ["y"] = ChartTheme.Values([.. line.Y]),
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2, ["dash"] = line.Dashed ? "dash" : "solid" },
                ["hovertemplate"] = $"<b>{line.Name}</b><br>{xAxis.Title}: {ChartTheme.Hover("x", xAxis)}<br>{yAxis.Title}: {ChartTheme.Hover("y", yAxis)}<extra></extra>",
            };
            if (points)
            {
                var sizes = new JsonArray();
                foreach (var position in x) sizes.Add(position == marked ? 13 : 7);
                trace["marker"] = new JsonObject { ["color"] = colour, ["size"] = sizes, ["line"] = new JsonObject { ["color"] = ChartTheme.Surface, ["width"] = 1.5 } };
            }
            data.Add(trace);
            if (direct) NameAtEnd(layout, x, line);
        }
        // The names at the ends would otherwise stretch the axis.
        if (direct && x.Count > 1 && !xAxis.Log)
        {
            var pad = 0.03 * (x[^1] - x[0]);
            layout["xaxis"]!["range"] = new JsonArray(x[0] - pad, x[^1] + pad);
        }

        if (marked is { } chosen) ChartTheme.MarkVertical(layout, JsonValue.Create(chosen), markedText ?? Numbers.Exact(chosen));
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Summary = Describe(x, series, xAxis, marked, markedText),
            Table = ToTable(x, series, xAxis),
        };
    }

    // Names at the ends would cover each other where lines end close together.
    private static bool EndsAreApart(IReadOnlyList<LineSeries> series)
    {
        double[] finite = [.. series.SelectMany(line => line.Y).Where(double.IsFinite)];
        double[] ends = [.. series.Select(line => line.Y.LastOrDefault(double.IsFinite)).Order()];
        if (finite.Length == 0) return false;
        var room = 0.08 * (finite.Max() - finite.Min());
        for (var i = 1; i < ends.Length; i++)
            if (ends[i] - ends[i - 1] < room) return false;
        return true;
    }

    private static void NameAtEnd(JsonObject layout, IReadOnlyList<double> x, LineSeries line)
    {
        var last = line.Y.Count - 1;
        while (last >= 0 && !double.IsFinite(line.Y[last])) last--;
        if (last < 0) return;
        ChartTheme.Append(layout, "annotations", new JsonObject
        {
            ["x"] = x[last],
            ["y"] = line.Y[last],
            ["text"] = line.Name,
            ["showarrow"] = false,
            ["xanchor"] = "left",
            ["xshift"] = 10,
            ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
        });
        var longest = Math.Min(160, Math.Max(layout["margin"]?["r"]?.GetValue<int>() ?? 0, 24 + 7 * line.Name.Length));
        layout["margin"] = new JsonObject { ["r"] = longest };
    }

    private static string Describe(IReadOnlyList<double> x, IReadOnlyList<LineSeries> series, ChartAxis xAxis, double? marked, string? markedText)
    {
        if (x.Count == 0 || series.Count == 0) return "No values.";
        var parts = series.Select(line =>
            $"{line.Name} goes from {Numbers.Rounded(line.Y[0])} to {Numbers.Rounded(line.Y[^1])} as {xAxis.Title} goes from {Numbers.Exact(x[0])} to {Numbers.Exact(x[^1])}.");
        var mark = marked is { } chosen ? $" Marked at {Numbers.Exact(chosen)}: {markedText}." : "";
        return string.Join(" ", parts) + mark;
    }

    private static ChartTable ToTable(IReadOnlyList<double> x, IReadOnlyList<LineSeries> series, ChartAxis xAxis)
    {
        var rows = new List<IReadOnlyList<string>>(x.Count);
        for (var i = 0; i < x.Count; i++)
            rows.Add([Numbers.Exact(x[i]), .. series.Select(line => Numbers.Exact(line.Y[i]))]);
        return new ChartTable([new ChartColumn(xAxis.Text), .. series.Select(line => new ChartColumn(line.Name))], rows);
    }
}
