using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>How many customers are in which segment of two divisions.</summary>
public static class SegmentCrossFigure
{
    /// <param name="left">The division of the rows.</param>
    /// <param name="leftNames">The name of each of its segments, by id.</param>
    /// <param name="right">The division of the columns.</param>
    /// <param name="rightNames">The name of each of its segments, by id.</param>
    /// <param name="rows">Only these customers; all when null.</param>
    public static PlotlyFigure Create(
        SegmentSolution left, IReadOnlyList<string> leftNames, SegmentSolution right, IReadOnlyList<string> rightNames, IReadOnlyList<int>? rows = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var counts = new double[left.Segments.Count][];
        for (var segment = 0; segment < counts.Length; segment++) counts[segment] = new double[right.Segments.Count];
        foreach (var row in rows ?? [.. Enumerable.Range(0, left.Labels.Length)]) counts[left.Labels[row]][right.Labels[row]]++;
        var figure = HeatmapFigure.Create(
            [.. left.Segments.Select(segment => leftNames[segment.Id])], [.. right.Segments.Select(segment => ChartTheme.Wrapped(rightNames[segment.Id], 11))],
            counts, HeatmapScale.Sequential, "Customers", [.. counts.Select(row => (IReadOnlyList<string>)[.. row.Select(count => count == 0 ? "" : Numbers.Count((long)count))])]);
        figure.Layout["xaxis"]!["tickangle"] = 0;
        var total = counts.Sum(row => row.Sum());
        var overlaps = from l in left.Segments
                       from r in right.Segments
                       where counts[l.Id][r.Id] > 0
                       orderby counts[l.Id][r.Id] descending
                       select $"{Numbers.Counted((long)counts[l.Id][r.Id], "customer")} in {leftNames[l.Id]} and {rightNames[r.Id]}";
        return figure with
        {
            MinWidth = 150 + (76 * right.Segments.Count),
            Summary = $"{Numbers.Counted((long)total, "customer")} by their segment in both divisions. Largest overlaps: {string.Join("; ", overlaps.Take(4))}.",
            Table = new ChartTable(
                [new ChartColumn("First division", Numeric: false), .. right.Segments.Select(segment => new ChartColumn(rightNames[segment.Id])), new ChartColumn("All")],
                [.. left.Segments.Select(segment => (IReadOnlyList<string>)
                    [leftNames[segment.Id], .. right.Segments.Select(other => Numbers.Count((long)counts[segment.Id][other.Id])), Numbers.Count((long)counts[segment.Id].Sum())])]),
        };
    }
}
