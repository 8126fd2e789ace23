using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Charts;

/// <summary>The top of a tree with the line at which it is cut; the line is dragged up and down.</summary>
public static class DendrogramFigure
{
    /// <param name="tree">The tree.</param>
    /// <param name="tips">How many branches are drawn.</param>
    /// <param name="cut">Into how many segments it is cut.</param>
    /// <param name="slotOf">The colour of the segment a leaf is in, by leaf.</param>
    public static PlotlyFigure Create(Dendrogram tree, int tips, int cut, Func<int, int> slotOf)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(slotOf);
        // A cut below the lowest drawn merge would leave branches without colour.
        var top = tree.Top(Math.Max(tips, cut));
        var height = tree.HeightOf(cut);
        var highest = top.Links.Count == 0 ? 1 : top.Links.Max(link => link.Height);
        var data = top.Links.GroupBy(link => link.Height <= height ? slotOf(link.FirstLeaf) : (int?)null)
            .OrderBy(group => group.Key is null).Select(group => Branches([.. group], group.Key)).ToList();
        data.Add(Stems(top.Tips, top.Links));
        data.Add(Joints(top.Links));
        var layout = new JsonObject
        {
            ["xaxis"] = new JsonObject
            {
                ["title"] = "Customers in each branch",
                ["tickmode"] = "array",
                ["tickvals"] = ChartTheme.Values([.. Enumerable.Range(0, top.Tips.Count).Select(tip => (double)tip)]),
                ["ticktext"] = ChartTheme.Strings(top.Tips.Select(tip => Numbers.Count(tip.Size))),
                ["tickangle"] = -90,
                ["range"] = new JsonArray(-0.8, top.Tips.Count - 0.2),
                ["showgrid"] = false,
                ["zeroline"] = false,
                ["ticks"] = "",
            },
            ["yaxis"] = ChartTheme.Axis(new ChartAxis("How unlike joined segments are (height)", FromZero: true)),
            ["showlegend"] = false,
        };
        layout["yaxis"]!["range"] = new JsonArray(0, highest * 1.06);
        AddCut(layout, height, highest, cut);
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Config = new JsonObject { ["edits"] = new JsonObject { ["shapePosition"] = true } },
            Height = 460,
            MinWidth = 18 * top.Tips.Count,
            Summary = $"A tree of {Numbers.Counted(tree.LeafSizes.Sum(), "customer")}, cut into {cut} at a height of {Numbers.Rounded(height)}. " +
                string.Join(" ", top.Links.Reverse().Take(3).Select(link => $"{Numbers.Counted(link.Size, "customer")} join at {Numbers.Rounded(link.Height)}.")),
            Table = new ChartTable(
                [new ChartColumn("Segments after the merge"), new ChartColumn("Height"), new ChartColumn("Customers joined")],
                [.. top.Links.Reverse().Select((link, i) => (IReadOnlyList<string>)[Numbers.Count(i + 1), Numbers.Exact(link.Height, 3), Numbers.Count(link.Size)])]),
        };
    }

    // A thin box can only be moved; a line could be tilted by its ends.
    private static void AddCut(JsonObject layout, double height, double highest, int cut)
    {
        var half = highest / 400;
        ChartTheme.Append(layout, "shapes", new JsonObject
        {
            ["type"] = "rect",
            ["xref"] = "paper",
            ["x0"] = 0,
            ["x1"] = 1,
            ["y0"] = height - half,
            ["y1"] = height + half,
            ["fillcolor"] = ChartTheme.Mark,
            ["line"] = new JsonObject { ["color"] = ChartTheme.Mark, ["width"] = 1 },
        });
        ChartTheme.Append(layout, "annotations", new JsonObject
        {
            ["xref"] = "paper",
            ["x"] = 1,
            ["xanchor"] = "right",
            ["y"] = height,
            ["yanchor"] = "bottom",
            ["text"] = $"cut: {cut} segments",
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12, ["weight"] = 600 },
        });
    }

    private static JsonObject Branches(DendrogramLink[] links, int? slot)
    {
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var link in links)
        {
            x.AddRange([link.LeftX, link.LeftX, link.RightX, link.RightX, double.NaN]);
            y.AddRange([link.LeftHeight, link.Height, link.Height, link.RightHeight, double.NaN]);
        }
        return Lines(x, y, slot is { } colour ? SegmentPalette.Token(colour) : ChartTheme.Muted);
    }

    // What is below a tip is not drawn; a dotted foot says that it goes on.
    private static JsonObject Stems(IReadOnlyList<DendrogramTip> tips, IReadOnlyList<DendrogramLink> links)
    {
        var (x, y) = (new List<double>(), new List<double>());
        for (var i = 0; i < tips.Count && links.Count > 0; i++)
        {
            if (tips[i].Height <= 0) continue;
            x.AddRange([i, i, double.NaN]);
            y.AddRange([0, tips[i].Height, double.NaN]);
        }
        var trace = Lines(x, y, ChartTheme.Muted);
        trace["line"]!["dash"] = "dot";
        trace["line"]!["width"] = 1;
        return trace;
    }

    private static JsonObject Joints(IReadOnlyList<DendrogramLink> links) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = ChartTheme.Values([.. links.Select(link => (link.LeftX + link.RightX) / 2)]),
        ["y"] = ChartTheme.Values([.. links.Select(link => link.Height)]),
        ["text"] = ChartTheme.Strings(links.Select(link => Numbers.Counted(link.Size, "customer"))),
        ["marker"] = new JsonObject { ["size"] = 6, ["color"] = ChartTheme.Muted },
        ["hovertemplate"] = "<b>%{text}</b><br>joined at a height of %{y:,.3~f}<extra></extra>",
    };

    private static JsonObject Lines(List<double> x, List<double> y, string colour) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = ChartTheme.Values([.. x]),
        ["y"] = ChartTheme.Values([.. y]),
        ["line"] = new JsonObject { ["color"] = colour, ["width"] = 1.5 },
        ["hoverinfo"] = "skip",
    };
}
