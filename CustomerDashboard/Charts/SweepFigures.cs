using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>How good the grouping is for each number of segments, by the four usual criteria.</summary>
public static class SweepFigures
{
    private static readonly ChartAxis Groups = new("Number of segments, k", Format: ",.0f");

    /// <summary>The elbow: the spread left inside segments, with its knee and the chosen number marked.</summary>
    public static PlotlyFigure Elbow(IReadOnlyList<SweepEntry> sweep, int? knee, int chosen)
    {
        var figure = Line(sweep, "Inertia", entry => entry.Inertia, new ChartAxis("Spread left inside segments", FromZero: true), knee, knee is { } k ? $"knee at {k}" : null);
        if (knee == chosen || !sweep.Any(entry => entry.K == chosen)) return figure;
        ChartTheme.MarkVertical(figure.Layout, JsonValue.Create((double)chosen), $"shown: {chosen}");
        if (knee is null || figure.Layout["annotations"] is not JsonArray { Count: > 1 } notes) return figure;
        // Beside each other, the two marks would write over each other.
        notes[^2]!["xanchor"] = chosen > knee ? "right" : "left";
        notes[^1]!["xanchor"] = chosen > knee ? "left" : "right";
        return figure;
    }

    /// <summary>The silhouette; where it is estimated from a sample, with its 95 % interval.</summary>
    public static PlotlyFigure Silhouette(IReadOnlyList<SweepEntry> sweep, int chosen)
    {
        var figure = Line(sweep, "Silhouette", entry => entry.Silhouette, new ChartAxis("Silhouette, from \u22121 to 1", Format: ".2f"), chosen, $"shown: {chosen}");
        if (sweep.Any(entry => entry.SilhouetteMargin > 0))
        {
            AddErrors(figure, sweep, entry => entry.SilhouetteMargin);
        }
        return figure;
    }

    /// <summary>Spread between against spread within segments.</summary>
    public static PlotlyFigure CalinskiHarabasz(IReadOnlyList<SweepEntry> sweep, int chosen) =>
        Line(sweep, "Calinski-Harabasz", entry => entry.CalinskiHarabasz, new ChartAxis("Calinski-Harabasz index", Format: ",.0f"), chosen, $"shown: {chosen}");

    /// <summary>Likeness of each segment to its nearest.</summary>
    public static PlotlyFigure DaviesBouldin(IReadOnlyList<SweepEntry> sweep, int chosen) =>
        Line(sweep, "Davies-Bouldin", entry => entry.DaviesBouldin, new ChartAxis("Davies-Bouldin index", Format: ".2f"), chosen, $"shown: {chosen}");

    /// <summary>What a mixture gains by one more component, less a price per parameter; null where the method has no likelihood.</summary>
    public static PlotlyFigure? Criteria(IReadOnlyList<SweepEntry> sweep, int chosen)
    {
        if (!sweep.Any(entry => entry.Bic is not null)) return null;
        return LineFigure.Create(
            [.. sweep.Select(entry => (double)entry.K)],
            [new LineSeries("BIC", [.. sweep.Select(entry => entry.Bic ?? double.NaN)]), new LineSeries("AIC", [.. sweep.Select(entry => entry.Aic ?? double.NaN)], ChartTheme.Muted, Dashed: true)],
            Groups, new ChartAxis("Information criterion, lower is better", Format: ",.3~s"), chosen, $"shown: {chosen}") with
        { Height = 280 };
    }

    /// <summary>How much tighter the segments are than those of customers without structure, with standard errors; null where it was not computed.</summary>
    public static PlotlyFigure? Gap(IReadOnlyList<SweepEntry> sweep, int chosen)
    {
        if (!sweep.Any(entry => entry.Gap is not null)) return null;
        var figure = Line(sweep, "Gap", entry => entry.Gap ?? double.NaN, new ChartAxis("Gap statistic", Format: ".2f"), chosen, $"shown: {chosen}");
        AddErrors(figure, sweep, entry => entry.GapStandardError ?? 0);
        return figure;
    }

    /// <summary>How well the segments of each k come back when customers are drawn anew; null where it was not tried.</summary>
    public static PlotlyFigure? Stability(IReadOnlyList<SweepEntry> sweep, int chosen)
    {
        SweepEntry[] tried = [.. sweep.Where(entry => entry.Stability is not null)];
        if (tried.Length < 2) return null;
        return Line(tried, "Stability", entry => entry.Stability!.MeanAdjustedRand, new ChartAxis("Mean adjusted Rand index", Format: ".2f", FromZero: true), chosen, $"shown: {chosen}");
    }

    private static void AddErrors(PlotlyFigure figure, IReadOnlyList<SweepEntry> sweep, Func<SweepEntry, double> margin) =>
        figure.Data[0]["error_y"] = new JsonObject
        {
            ["type"] = "data",
            ["array"] = ChartTheme.Values([.. sweep.Select(margin)]),
            ["thickness"] = 1,
            ["width"] = 3,
            ["color"] = ChartTheme.Muted,
        };

    private static PlotlyFigure Line(IReadOnlyList<SweepEntry> sweep, string name, Func<SweepEntry, double> value, ChartAxis axis, int? marked, string? text) =>
        LineFigure.Create([.. sweep.Select(entry => (double)entry.K)], [new LineSeries(name, [.. sweep.Select(value)])], Groups, axis, marked, text) with { Height = 280 };
}
