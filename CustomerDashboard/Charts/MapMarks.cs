using System.Text.Json.Nodes;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>What can be laid over a map of customers: arrows of the features (a biplot), rings around outliers, and a selection made in another map.</summary>
public static class MapMarks
{
    /// <summary>Arrows from the middle along which the features grow (K. R. Gabriel, 1971): the longer, the more the feature shows on the map.</summary>
    public static PlotlyFigure WithArrows(PlotlyFigure figure, Projection projection, bool solid)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(projection);
        var dimensions = Math.Min(solid ? 3 : 2, projection.Loadings.Count);
        if (dimensions < 2) return figure;
        var reach = 0.0;
        var coordinates = solid ? projection.Spatial : projection.Planar;
        foreach (var value in coordinates) reach = Math.Max(reach, Math.Abs(value));
        double[][] arrows = [.. projection.FeatureNames.Select((_, feature) => Enumerable.Range(0, solid ? 3 : 2)
            .Select(axis => axis < dimensions ? projection.Loadings[axis][feature] * Math.Sqrt(projection.ExplainedVarianceRatio[axis]) : 0).ToArray())];
        var longest = arrows.Max(arrow => Math.Sqrt(arrow.Sum(part => part * part)));
        // Long enough to read, short enough to stay among the points; what hardly shows on the map has no arrow.
        var scale = longest > 0 ? 0.62 * reach / longest : 0;
        var layout = (JsonObject)figure.Layout.DeepClone();
        var data = figure.Data.ToList();
        var rows = figure.PointRows!.ToList();
        for (var feature = 0; feature < arrows.Length; feature++)
        {
            double[] tip = [.. arrows[feature].Select(part => part * scale)];
            if (Math.Sqrt(tip.Sum(part => part * part)) < 0.08 * reach) continue;
            if (solid)
            {
                data.Add(Arrow3D(tip, projection.FeatureNames[feature]));
                rows.Add([-1, -1]);
            }
            else
            {
                foreach (var part in Arrow(tip, projection.FeatureNames[feature])) ChartTheme.Append(layout, "annotations", part);
            }
        }
        return figure with { Data = data, Layout = layout, PointRows = rows };
    }

    /// <summary>Rings around customers far from the centre of their segment.</summary>
    public static PlotlyFigure WithOutliers(PlotlyFigure figure, Projection projection, IReadOnlyList<int> outliers, bool solid)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(projection);
        if (outliers.Count == 0) return figure;
        var dimensions = solid ? 3 : 2;
        var coordinates = solid ? projection.Spatial : projection.Planar;
        JsonObject trace = new()
        {
            ["type"] = solid ? "scatter3d" : "scatter",
            ["mode"] = "markers",
            ["name"] = "Far from the centre of their segment",
            ["hoverinfo"] = "skip",
            ["marker"] = new JsonObject { ["symbol"] = "circle-open", ["size"] = solid ? 6 : 10, ["color"] = ChartTheme.Strong, ["line"] = new JsonObject { ["width"] = 1.2, ["color"] = ChartTheme.Strong } },
        };
        for (var axis = 0; axis < dimensions; axis++)
            trace[axis switch { 0 => "x", 1 => "y", _ => "z" }] = PlotlyArray.Create([.. outliers.Select(row => coordinates[(row * dimensions) + axis])]);
        // A lasso finds the customers themselves, not their rings.
        return figure with { Data = [.. figure.Data, trace], PointRows = [.. figure.PointRows!, [.. outliers.Select(_ => -1)]] };
    }

    /// <summary>The same map with these rows lit up and the others faint; all as they are when there are none.</summary>
    /// <param name="figure">The map.</param>
    /// <param name="rows">The rows selected elsewhere.</param>
    /// <param name="revision">Another number for each selection, so that one drawn by hand before gives way.</param>
    public static PlotlyFigure WithSelection(PlotlyFigure figure, IReadOnlyCollection<int> rows, int revision)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(rows);
        var lit = rows.ToHashSet();
        var layout = (JsonObject)figure.Layout.DeepClone();
        layout["selectionrevision"] = revision;
        return figure with
        {
            Layout = layout,
            Data = [.. figure.Data.Select((trace, i) =>
            {
                var copy = (JsonObject)trace.DeepClone();
                if (lit.Count == 0)
                {
                    copy.Remove("selectedpoints");
                    return copy;
                }
                var points = new JsonArray();
                var of = figure.PointRows![i];
                for (var point = 0; point < of.Length; point++)
                    if (lit.Contains(of[point])) points.Add(point);
                copy["selectedpoints"] = points;
                return copy;
            })],
        };
    }

    private static IEnumerable<JsonObject> Arrow(double[] tip, string name)
    {
        yield return new JsonObject
        {
            ["x"] = tip[0],
            ["y"] = tip[1],
            ["ax"] = 0,
            ["ay"] = 0,
            ["axref"] = "x",
            ["ayref"] = "y",
            ["text"] = "",
            ["showarrow"] = true,
            ["arrowhead"] = 2,
            ["arrowsize"] = 1,
            ["arrowwidth"] = 1.8,
            ["arrowcolor"] = ChartTheme.Strong,
        };
        yield return new JsonObject
        {
            ["x"] = tip[0],
            ["y"] = tip[1],
            ["text"] = name,
            ["showarrow"] = false,
            ["bgcolor"] = ChartTheme.Surface,
            ["opacity"] = 0.92,
            ["borderpad"] = 2,
            ["xanchor"] = tip[0] < 0 ? "right" : "left",
            ["yanchor"] = tip[1] < 0 ? "top" : "bottom",
            ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong, ["weight"] = 600 },
        };
    }

    private static JsonObject Arrow3D(double[] tip, string name) => new()
    {
        ["type"] = "scatter3d",
        ["mode"] = "lines+text",
        ["name"] = name,
        ["showlegend"] = false,
        ["hoverinfo"] = "skip",
        ["x"] = ChartTheme.Values([0, tip[0]]),
        ["y"] = ChartTheme.Values([0, tip[1]]),
        ["z"] = ChartTheme.Values([0, tip[2]]),
        ["text"] = new JsonArray("", name),
        ["textfont"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong },
        ["line"] = new JsonObject { ["color"] = ChartTheme.Strong, ["width"] = 4 },
    };
}
