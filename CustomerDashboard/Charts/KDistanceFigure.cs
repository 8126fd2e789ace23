using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Charts;

/// <summary>How far customers have their neighbours, sorted: where the curve begins to rise steeply, crowds end.</summary>
public static class KDistanceFigure
{
    private const int MaximumPoints = 600;

    /// <summary>The customers drawn, of those of the curve: a point of the figure is the entry of the same index.</summary>
    public static IReadOnlyList<int> Drawn(KDistanceCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var count = Math.Min(curve.Distances.Length, MaximumPoints);
        return [.. Enumerable.Range(0, count).Select(i => count == 1 ? 0 : (int)((long)i * (curve.Distances.Length - 1) / (count - 1)))];
    }

    /// <summary>What the curve says, of customers.</summary>
    public static string Words(KDistanceCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return curve.KneeIndex is { } knee
            ? $"{Numbers.Percent((knee + 1.0) / curve.Distances.Length)} of customers have {Numbers.Counted(curve.K, "other")} within {Numbers.Rounded(curve.Distances[knee])}; beyond that the distances rise steeply: those customers stand apart."
            : curve.Reason.Replace("points", "customers", StringComparison.Ordinal).Replace("point ", "customer ", StringComparison.Ordinal);
    }

    /// <param name="curve">The distances.</param>
    /// <param name="epsilon">The reach in use; null for none.</param>
    public static PlotlyFigure Create(KDistanceCurve curve, double? epsilon)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var drawn = Drawn(curve);
        var x = drawn.Select(i => (double)(i + 1)).ToArray();
        var y = drawn.Select(i => curve.Distances[i]).ToArray();
        var figure = LineFigure.Create(
            x, [new LineSeries("Distance", y)], new ChartAxis("Customers, those in the thickest crowds first", Format: ",.0f"),
            new ChartAxis($"Distance within which {Numbers.Counted(curve.K, "other")} {(curve.K == 1 ? "is" : "are")}", "after scaling", ".2f", FromZero: true), points: false);
        // A press anywhere takes the customer above or below it.
        figure.Layout["hovermode"] = "x";
        figure.Layout["hoverdistance"] = -1;
        if (curve.KneeIndex is { } knee) AddPoint(figure.Layout, knee + 1, curve.Distances[knee], $"knee: {Numbers.Rounded(curve.Distances[knee])}");
        var inside = epsilon is { } reach ? curve.Distances.Count(distance => distance <= reach) : 0;
        if (epsilon is { } used) AddReach(figure.Layout, used);
        return figure with
        {
            Height = 380,
            Summary = $"{Words(curve)}{(epsilon is { } eps ? $" In use: {Numbers.Rounded(eps)}; {Numbers.Percent((double)inside / curve.Distances.Length)} of customers have {Numbers.Counted(curve.K, "other")} within it." : "")}",
        };
    }

    private static void AddReach(JsonObject layout, double reach)
    {
        ChartTheme.Append(layout, "shapes", new JsonObject
        {
            ["type"] = "line",
            ["xref"] = "paper",
            ["x0"] = 0,
            ["x1"] = 1,
            ["y0"] = reach,
            ["y1"] = reach,
            ["line"] = new JsonObject { ["color"] = ChartTheme.Mark, ["width"] = 1.5, ["dash"] = "dot" },
        });
        ChartTheme.Append(layout, "annotations", new JsonObject
        {
            ["xref"] = "paper",
            ["x"] = 0.01,
            ["xanchor"] = "left",
            ["y"] = reach,
            ["yanchor"] = "bottom",
            ["text"] = $"reach in use: {Numbers.Rounded(reach)}",
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12, ["weight"] = 600 },
        });
    }

    private static void AddPoint(JsonObject layout, double x, double y, string text) => ChartTheme.Append(layout, "annotations", new JsonObject
    {
        ["x"] = x,
        ["y"] = y,
        ["text"] = text,
        ["showarrow"] = true,
        ["arrowhead"] = 0,
        ["arrowcolor"] = ChartTheme.Muted,
        ["ax"] = -40,
        ["ay"] = -48,
        ["font"] = new JsonObject { ["color"] = ChartTheme.Text, ["size"] = 12 },
    });
}
