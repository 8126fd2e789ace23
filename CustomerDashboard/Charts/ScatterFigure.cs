using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Thousands of points in segments, drawn by the graphics card: customers on the principal components.</summary>
public static class ScatterFigure
{
    /// <param name="x">One value for each point.</param>
    /// <param name="y">One value for each point.</param>
    /// <param name="segments">The segment of each point; negative for noise.</param>
    /// <param name="groupNames">Names of segments 0, 1, ...</param>
    /// <param name="hover">What is said of each point, such as the customer's id; null for nothing.</param>
    /// <param name="xAxis">What runs to the right.</param>
    /// <param name="yAxis">What runs upwards.</param>
    public static PlotlyFigure Create(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<int> groups, IReadOnlyList<string> groupNames,
        IReadOnlyList<string>? hover, ChartAxis xAxis, ChartAxis yAxis) =>
        Build(x, y, default, groups, groupNames, hover, [xAxis, yAxis]);

    /// <summary>The same in three dimensions.</summary>
    public static PlotlyFigure Create3D(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, ReadOnlySpan<int> groups, IReadOnlyList<string> groupNames,
        IReadOnlyList<string>? hover, ChartAxis xAxis, ChartAxis yAxis, ChartAxis zAxis) =>
        Build(x, y, z, groups, groupNames, hover, [xAxis, yAxis, zAxis]);

    // A browser has few WebGL contexts, so small clouds leave them to the large ones.
    private const int MaximumDrawnBySvg = 1000;

    private static PlotlyFigure Build(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, ReadOnlySpan<int> groups, IReadOnlyList<string> groupNames,
        IReadOnlyList<string>? hover, ChartAxis[] axes)
    {
        var solid = axes.Length == 3;
        if (y.Length != x.Length || groups.Length != x.Length || (solid && z.Length != x.Length) || (hover is not null && hover.Count != x.Length))
            throw new ArgumentException($"The coordinates, segments and hover texts do not all have {x.Length} entries.", nameof(x));

        var members = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < groups.Length; i++)
        {
            if (!members.TryGetValue(groups[i], out var list)) members[groups[i]] = list = [];
            list.Add(i);
        }

        var data = new List<JsonObject>();
        var rows = new List<int[]>();
        var table = new List<IReadOnlyList<string>>();
        // Noise lies beneath the segments, so it is drawn first; sorted keys do that.
        foreach (var (group, list) in members)
        {
            int[] index = [.. list];
            var name = group < 0 ? "In No Segment" : group < groupNames.Count ? groupNames[group] : $"Segment {group + 1}";
            var said = hover is null ? "" : "%{text}<br>";
            var trace = new JsonObject
            {
                ["type"] = solid ? "scatter3d" : x.Length > MaximumDrawnBySvg ? "scattergl" : "scatter",
                ["mode"] = "markers",
                ["name"] = name,
                ["x"] = PlotlyArray.Create(Take(x, index)),
                ["y"] = PlotlyArray.Create(Take(y, index)),
                ["marker"] = new JsonObject { ["color"] = SegmentPalette.Token(group), ["size"] = solid ? 3 : x.Length > 20_000 ? 4 : 6, ["opacity"] = ChartTheme.PointOpacity, ["line"] = new JsonObject { ["width"] = 0 } },
                ["hovertemplate"] = $"<b>{name}</b><br>{said}{axes[0].Title}: %{{x:.2f}}<br>{axes[1].Title}: %{{y:.2f}}{(solid ? $"<br>{axes[2].Title}: %{{z:.2f}}" : "")}<extra></extra>",
            };
            if (solid) trace["z"] = PlotlyArray.Create(Take(z, index));
            if (hover is not null) trace["text"] = ChartTheme.Strings(index.Select(i => hover[i]));
            if (!solid)
            {
                trace["selected"] = new JsonObject { ["marker"] = new JsonObject { ["opacity"] = 0.9 } };
                trace["unselected"] = new JsonObject { ["marker"] = new JsonObject { ["opacity"] = 0.12 } };
            }
            data.Add(trace);
            rows.Add(index);
            table.Add([name, Numbers.Count(index.Length), Numbers.Percent((double)index.Length / groups.Length), Numbers.Exact(Mean(x, index), 2), Numbers.Exact(Mean(y, index), 2)]);
        }

        return new PlotlyFigure
        {
            Data = data,
            Layout = solid ? SolidLayout(axes) : FlatLayout(axes),
            Selectable = !solid,
            Height = 520,
            PointRows = rows,
            Summary = $"{Numbers.Count(groups.Length)} points in {members.Count} segments: " + string.Join(", ", table.Select(row => $"{row[0]} {row[1]} ({row[2]})")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Segment", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Share"), new ChartColumn($"Mean of {axes[0].Title}"), new ChartColumn($"Mean of {axes[1].Title}")],
                table),
        };
    }

    private static JsonObject FlatLayout(ChartAxis[] axes) => new()
    {
        ["xaxis"] = ChartTheme.Axis(axes[0]),
        ["yaxis"] = ChartTheme.Axis(axes[1]),
        ["dragmode"] = "lasso",
        ["showlegend"] = true,
        ["legend"] = new JsonObject { ["itemsizing"] = "constant" },
    };

    private static JsonObject SolidLayout(ChartAxis[] axes)
    {
        var scene = new JsonObject
        {
            ["xaxis"] = ChartTheme.Axis(axes[0]),
            ["yaxis"] = ChartTheme.Axis(axes[1]),
            ["zaxis"] = ChartTheme.Axis(axes[2]),
            ["aspectmode"] = "cube",
            ["dragmode"] = "turntable",
            ["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.5, ["y"] = 1.5, ["z"] = 0.9 } },
        };
        return new JsonObject { ["scene"] = scene, ["showlegend"] = true, ["legend"] = new JsonObject { ["itemsizing"] = "constant" }, ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["b"] = 0 } };
    }

    private static float[] Take(ReadOnlySpan<float> values, int[] index)
    {
        var taken = new float[index.Length];
        for (var i = 0; i < index.Length; i++) taken[i] = values[index[i]];
        return taken;
    }

    private static double Mean(ReadOnlySpan<float> values, int[] index)
    {
        var sum = 0.0;
        foreach (var i in index) sum += values[i];
        return index.Length == 0 ? double.NaN : sum / index.Length;
    }
}
