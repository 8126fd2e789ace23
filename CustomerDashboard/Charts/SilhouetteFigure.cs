using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>The silhouette of single customers: one blade per segment, its customers sorted, the best at the top.</summary>
public static class SilhouetteFigure
{
    // A blade has no more corners than can be seen.
    private const int MaximumCorners = 160;

    /// <param name="profile">The silhouettes.</param>
    /// <param name="solution">The segments they are of.</param>
    /// <param name="names">The name of each segment, by its id.</param>
    public static PlotlyFigure Create(SilhouetteProfile profile, SegmentSolution solution, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(solution);
        var data = new List<JsonObject>();
        var rows = new List<IReadOnlyList<string>>();
        var gap = Math.Max(1, profile.Judged / 60);
        var position = 0.0;
        var (ticks, labels) = (new JsonArray(), new JsonArray());
        foreach (var segment in solution.Segments.Where(segment => profile.Values[segment.Id].Length > 0))
        {
            var values = profile.Values[segment.Id];
            data.Add(Blade(values, position, segment.ColourSlot, names[segment.Id]));
            ticks.Add(position + (values.Length / 2.0));
            labels.Add(ChartTheme.Wrapped(names[segment.Id], 18));
            var below = values.Count(value => value < 0);
            rows.Add([names[segment.Id], Numbers.Count(values.Length), Numbers.Measure(values.Average()), Numbers.Count(below), Numbers.Tenths((double)below / values.Length)]);
            position += values.Length + gap;
        }

        var layout = new JsonObject
        {
            ["xaxis"] = ChartTheme.Axis(new ChartAxis("Silhouette of the customer, from \u22121 to 1", Format: ".1f")),
            ["yaxis"] = new JsonObject { ["tickmode"] = "array", ["tickvals"] = ticks, ["ticktext"] = labels, ["autorange"] = "reversed", ["showgrid"] = false, ["zeroline"] = false, ["ticks"] = "" },
            ["showlegend"] = false,
            ["hovermode"] = "closest",
        };
        layout["xaxis"]!["zeroline"] = true;
        ChartTheme.MarkVertical(layout, JsonValue.Create(profile.Mean), string.Create(CultureInfo.CurrentCulture, $"mean {profile.Mean:0.000}"));
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = Math.Max(300, 120 + (44 * rows.Count)),
            Summary = $"Mean {Numbers.Measure(profile.Mean)} of {Numbers.Counted(profile.Judged, "customer")}. " + string.Join(" ", rows.Select(row => $"{row[0]}: mean {row[2]}, {row[3]} below zero ({row[4]}).")),
            Table = new ChartTable([new ChartColumn("Segment", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Mean silhouette"), new ChartColumn("Below zero"), new ChartColumn("Share below zero")], rows),
        };
    }

    private static JsonObject Blade(double[] values, double top, int slot, string name)
    {
        var corners = Math.Min(values.Length, MaximumCorners);
        var (x, y) = (new double[corners + 2], new double[corners + 2]);
        y[0] = top;
        for (var i = 0; i < corners; i++)
        {
            var at = corners == 1 ? 0 : (int)((long)i * (values.Length - 1) / (corners - 1));
            x[i + 1] = values[at];
            y[i + 1] = top + at;
        }
        y[^1] = top + values.Length - 1;
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = name,
            ["x"] = ChartTheme.Values(x),
            ["y"] = ChartTheme.Values(y),
            ["fill"] = "toself",
            ["fillcolor"] = SegmentPalette.Token(slot),
            ["opacity"] = 0.85,
            ["line"] = new JsonObject { ["color"] = SegmentPalette.Token(slot), ["width"] = 1 },
            ["hoveron"] = "fills",
            ["hoverinfo"] = "text",
            ["text"] = $"{name}: {Numbers.Counted(values.Length, "customer")}, mean silhouette {Numbers.Measure(values.Average())}",
        };
    }
}
