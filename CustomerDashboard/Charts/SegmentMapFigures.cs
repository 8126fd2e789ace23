using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>The customers as points on their principal components, what these components mean, and who moves between two divisions.</summary>
public static class SegmentMapFigures
{
    /// <summary>Every customer as a point in the colour of its segment.</summary>
    /// <param name="projection">Where the customers lie.</param>
    /// <param name="table">Their ids and figures.</param>
    /// <param name="solution">Their segments.</param>
    /// <param name="names">The name of each segment, by its id.</param>
    /// <param name="hovered">The features shown on hover, by their position in the table.</param>
    /// <param name="currency">Written beside money; empty for none.</param>
    /// <param name="solid">Three dimensions.</param>
    /// <param name="rfm">The RFM scores, for hover; null for none.</param>
    public static PlotlyFigure Map(
        Projection projection, CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names,
        IReadOnlyList<int> hovered, string currency, bool solid, RfmScores? rfm = null)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(solution);
        var dimensions = solid ? 3 : 2;
        var coordinates = solid ? projection.Spatial : projection.Planar;
        var count = coordinates.Length / dimensions;
        var axes = new float[dimensions][];
        for (var axis = 0; axis < dimensions; axis++)
        {
            axes[axis] = new float[count];
            for (var row = 0; row < count; row++) axes[axis][row] = coordinates[(row * dimensions) + axis];
        }

        // The scatter colours and names by segment, so its segments are the colours of the segments.
        var slots = new int[count];
        for (var row = 0; row < count; row++) slots[row] = solution.Segments[solution.Labels[row]].ColourSlot;
        var bySlot = SlotNames(solution, names);
        var figure = solid
            ? ScatterFigure.Create3D(axes[0], axes[1], axes[2], slots, bySlot, null, Axis(projection, 0), Axis(projection, 1), Axis(projection, 2))
            : ScatterFigure.Create(axes[0], axes[1], slots, bySlot, null, Axis(projection, 0), Axis(projection, 1));
        for (var trace = 0; trace < figure.Data.Count; trace++) Describe(figure.Data[trace], figure.PointRows![trace], table, hovered, currency, rfm);
        return figure;
    }

    /// <summary>How much each feature weighs in the components that are drawn.</summary>
    public static PlotlyFigure Loadings(Projection projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var shown = Math.Min(3, projection.Loadings.Count);
        string[] columns = [.. Enumerable.Range(0, shown).Select(i => $"{i + 1}<br>({Numbers.Percent(projection.ExplainedVarianceRatio[i])})")];
        IReadOnlyList<double>[] values = [.. projection.FeatureNames.Select((_, feature) =>
            (IReadOnlyList<double>)[.. Enumerable.Range(0, shown).Select(component => projection.Loadings[component][feature])])];
        IReadOnlyList<string>[] texts = [.. values.Select(row => (IReadOnlyList<string>)[.. row.Select(value => value.ToString("+0.00;\u22120.00;0.00", CultureInfo.CurrentCulture))])];
        var figure = HeatmapFigure.Create(projection.FeatureNames, columns, values, HeatmapScale.Diverging, "Weight", texts, xTitle: "Component and its share of the variation") with { MinWidth = 0 };
        figure.Layout["xaxis"]!["tickangle"] = 0;
        return figure;
    }

    /// <summary>Who is in which segment of two divisions of the same customers.</summary>
    public static PlotlyFigure Moves(SegmentSolution left, IReadOnlyList<string> leftNames, string leftTitle, SegmentSolution right, IReadOnlyList<string> rightNames, string rightTitle)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var table = CrossTable.Of(left.Labels, right.Labels);
        return SankeyFigure.Create(
            leftTitle, leftNames, rightTitle, rightNames,
            [.. table.Counts.Select(row => (IReadOnlyList<long>)[.. row.Select(count => (long)count)])],
            [.. left.Segments.Select(segment => segment.ColourSlot)], [.. right.Segments.Select(segment => segment.ColourSlot)]);
    }

    /// <summary>The names in the order of the colours.</summary>
    private static string[] SlotNames(SegmentSolution solution, IReadOnlyList<string> names)
    {
        var bySlot = new string[solution.Segments.Max(segment => segment.ColourSlot) + 1];
        Array.Fill(bySlot, "");
        foreach (var segment in solution.Segments.Where(segment => !segment.IsNoise)) bySlot[segment.ColourSlot] = names[segment.Id];
        return bySlot;
    }

    private static ChartAxis Axis(Projection projection, int component) => component < projection.ExplainedVarianceRatio.Count
        ? new ChartAxis($"Component {component + 1} ({Numbers.Percent(projection.ExplainedVarianceRatio[component])} of the variation)")
        : new ChartAxis($"Component {component + 1} (none)");

    // Ids as text and figures as binary: half of what a sentence for each customer would weigh on its way to the browser.
    private static void Describe(JsonObject trace, int[] rows, CustomerFeatureTable table, IReadOnlyList<int> hovered, string currency, RfmScores? rfm)
    {
        trace["text"] = ChartTheme.Strings(rows.Select(row => table.CustomerIds[row]));
        var template = "<b>%{text}</b><br>" + trace["name"]!.GetValue<string>();
        var width = hovered.Count + (rfm is null ? 0 : 1);
        if (width > 0)
        {
            var values = new float[rows.Length * width];
            for (var i = 0; i < rows.Length; i++)
            {
                for (var f = 0; f < hovered.Count; f++) values[(i * width) + f] = (float)table.Columns[hovered[f]][rows[i]];
                if (rfm is not null) values[(i * width) + width - 1] = (100 * rfm.Recency[rows[i]]) + (10 * rfm.Frequency[rows[i]]) + rfm.Monetary[rows[i]];
            }
            var data = PlotlyArray.Create(values);
            data["shape"] = string.Create(CultureInfo.InvariantCulture, $"{rows.Length},{width}");
            trace["customdata"] = data;
            for (var f = 0; f < hovered.Count; f++)
            {
                var feature = table.Definitions[hovered[f]];
                var unit = FeatureText.Unit(feature, currency);
                template += $"<br>{feature.Name}: %{{customdata[{f.ToString(CultureInfo.InvariantCulture)}]:{FeatureText.D3(feature)}}}{(unit.Length > 0 && unit != feature.Name ? " " + unit : "")}";
            }
        }
        if (rfm is not null) template += $"<br>RFM score: %{{customdata[{hovered.Count.ToString(CultureInfo.InvariantCulture)}]:.0f}}";
        trace["hovertemplate"] = template + "<extra></extra>";
    }
}
