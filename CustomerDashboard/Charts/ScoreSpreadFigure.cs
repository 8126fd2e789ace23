using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>How tested customers spread over the chance they were given, by what they then did; the threshold parts those called from those left alone.</summary>
public static class ScoreSpreadFigure
{
    private const int Bins = 25;

    /// <param name="scores">The chance given to each customer.</param>
    /// <param name="labels">What each did.</param>
    /// <param name="threshold">From which customers are called.</param>
    /// <param name="yes">What those who did are called: "bought again".</param>
    /// <param name="no">What the others are called.</param>
    public static PlotlyFigure Create(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels, double threshold, string yes, string no)
    {
        if (scores.Length != labels.Length) throw new ArgumentException($"There are {scores.Length} chances for {labels.Length} customers.", nameof(labels));
        var (did, didNot) = (new double[Bins], new double[Bins]);
        for (var i = 0; i < scores.Length; i++)
        {
            var bin = (int)Math.Clamp(scores[i] * Bins, 0, Bins - 1);
            if (labels[i]) did[bin]++;
            else didNot[bin]++;
        }

        double[] centres = [.. Enumerable.Range(0, Bins).Select(bin => (bin + 0.5) / Bins)];
        var layout = new JsonObject
        {
            ["barmode"] = "stack",
            ["bargap"] = 0.08,
            ["xaxis"] = ChartTheme.Axis(new ChartAxis("Chance given", Format: ".0%")),
            ["yaxis"] = ChartTheme.Axis(new ChartAxis("Customers", Format: ",.0f", FromZero: true)),
            ["showlegend"] = true,
            ["legend"] = new JsonObject { ["traceorder"] = "normal", ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom" },
        };
        layout["xaxis"]!["range"] = new JsonArray(0, 1.002);
        layout["xaxis"]!["dtick"] = 0.25;
        ChartTheme.MarkVertical(layout, JsonValue.Create(threshold), $"called from {Numbers.Percent(threshold)}");
        return new PlotlyFigure
        {
            Data = [Bars(Capital(yes), did, ChartTheme.Main), Bars(Capital(no), didNot, ChartTheme.Muted)],
            Layout = layout,
            Height = 320,
            Summary = $"{Numbers.Count((long)did.Sum())} customers {yes}, {Numbers.Count((long)didNot.Sum())} {no}.",
            Table = new ChartTable([new ChartColumn("Chance given"), new ChartColumn(Capital(yes)), new ChartColumn(Capital(no)), new ChartColumn($"Share that {yes}")],
                [.. centres.Select((_, bin) => (IReadOnlyList<string>)[$"{Numbers.Percent((double)bin / Bins)} to {Numbers.Percent((bin + 1.0) / Bins)}", Numbers.Count((long)did[bin]), Numbers.Count((long)didNot[bin]), did[bin] + didNot[bin] > 0 ? Numbers.Percent(did[bin] / (did[bin] + didNot[bin])) : Numbers.None])]),
        };

        JsonObject Bars(string name, double[] heights, string colour) => new()
        {
            ["type"] = "bar",
            ["name"] = name,
            ["x"] = ChartTheme.Values(centres),
            ["y"] = ChartTheme.Values(heights),
            ["marker"] = new JsonObject { ["color"] = colour },
            ["hovertemplate"] = $"<b>{name}</b><br>Given about %{{x:.0%}}: %{{y:,.0f}} customers<extra></extra>",
        };
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
