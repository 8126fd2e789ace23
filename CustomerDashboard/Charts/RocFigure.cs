using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>How many of those who will buy a model finds, against how many it names in vain, at every threshold.</summary>
public static class RocFigure
{
    /// <param name="series">One for each model.</param>
    /// <param name="chosen">The false and true positive rate at the threshold in use; null for none.</param>
    /// <param name="chosenText">The name of that point, such as "threshold 0.50".</param>
    public static PlotlyFigure Create(IReadOnlyList<RocSeries> series, (double FalsePositive, double TruePositive)? chosen = null, string? chosenText = null)
    {
        var data = new List<JsonObject>
        {
            new()
            {
                ["type"] = "scatter", ["mode"] = "lines", ["name"] = "Guessing (AUC 0.500)", ["x"] = new JsonArray(0, 1), ["y"] = new JsonArray(0, 1), ["hoverinfo"] = "skip",
                ["line"] = new JsonObject { ["color"] = ChartTheme.Muted, ["dash"] = "dash", ["width"] = 1.5 },
            },
        };
        for (var i = 0; i < series.Count; i++)
        {
            var curve = series[i];
            if (curve.FalsePositiveRate.Count != curve.TruePositiveRate.Count)
                throw new ArgumentException($"The curve of '{curve.Name}' has {curve.FalsePositiveRate.Count} false and {curve.TruePositiveRate.Count} true positive rates.", nameof(series));
            data.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["name"] = $"{curve.Name} (AUC {Numbers.Measure(curve.Auc)})",
                ["x"] = ChartTheme.Values([.. curve.FalsePositiveRate]),
                ["y"] = ChartTheme.Values([.. curve.TruePositiveRate]),
                ["line"] = new JsonObject { ["color"] = SegmentPalette.Token(i), ["width"] = 2 },
                ["hovertemplate"] = $"<b>{curve.Name}</b><br>Found: %{{y:.1%}}<br>Named in vain: %{{x:.1%}}<extra></extra>",
            });
        }
        var layout = new JsonObject
        {
            ["xaxis"] = Share("Named in vain (false positive rate)"),
            ["yaxis"] = Share("Found (true positive rate)"),
            ["showlegend"] = true,
        };
        if (chosen is { } point)
        {
            data.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "markers",
                ["showlegend"] = false,
                ["name"] = chosenText ?? "Chosen",
                ["x"] = new JsonArray(point.FalsePositive),
                ["y"] = new JsonArray(point.TruePositive),
                ["marker"] = new JsonObject { ["color"] = ChartTheme.Mark, ["size"] = 11, ["line"] = new JsonObject { ["color"] = ChartTheme.Surface, ["width"] = 2 } },
                ["hovertemplate"] = $"<b>{chosenText}</b><br>Found: %{{y:.1%}}<br>Named in vain: %{{x:.1%}}<extra></extra>",
            });
            ChartTheme.Append(layout, "annotations", new JsonObject
            {
                ["x"] = point.FalsePositive,
                ["y"] = point.TruePositive,
                ["text"] = chosenText ?? "chosen",
                ["showarrow"] = false,
                ["xanchor"] = point.FalsePositive > 0.6 ? "right" : "left",
                ["xshift"] = point.FalsePositive > 0.6 ? -12 : 12,
                ["yshift"] = -10,
                ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12, ["weight"] = 600 },
            });
        }
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = 400,
            Summary = "Area under the curve: " + string.Join(", ", series.Select(curve => $"{curve.Name} {Numbers.Measure(curve.Auc)}")) + "; guessing 0.500.",
            Table = new ChartTable([new ChartColumn("Model", Numeric: false), new ChartColumn("AUC"), new ChartColumn("Found at 10% in vain"), new ChartColumn("Found at 20 % in vain")],
                [.. series.Select(curve => (IReadOnlyList<string>)[curve.Name, Numbers.Measure(curve.Auc), Numbers.Percent(FoundAt(curve, 0.1)), Numbers.Percent(FoundAt(curve, 0.2))])]),
        };
    }

    private static JsonObject Share(string title) =>
        new() { ["title"] = title, ["tickformat"] = ".0%", ["range"] = new JsonArray(-0.01, 1.02), ["zeroline"] = false };

    private static double FoundAt(RocSeries curve, double inVain)
    {
        var found = double.NaN;
        for (var i = 0; i < curve.FalsePositiveRate.Count && curve.FalsePositiveRate[i] <= inVain; i++) found = curve.TruePositiveRate[i];
        return found;
    }
}
