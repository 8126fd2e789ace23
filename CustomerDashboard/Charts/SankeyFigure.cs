using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Who moves where between two groupings of the same customers.</summary>
public static class SankeyFigure
{
    /// <param name="leftTitle">What the left grouping is, such as "4 segments".</param>
    /// <param name="left">Its names.</param>
    /// <param name="rightTitle">What the right grouping is.</param>
    /// <param name="right">Its names.</param>
    /// <param name="flows">Customers from each left to each right segment.</param>
    /// <param name="leftColours">The colour slot of each left segment; by order when null.</param>
    /// <param name="rightColours">The colour slot of each right segment; by order when null.</param>
    public static PlotlyFigure Create(
        string leftTitle, IReadOnlyList<string> left, string rightTitle, IReadOnlyList<string> right, IReadOnlyList<IReadOnlyList<long>> flows,
        IReadOnlyList<int>? leftColours = null, IReadOnlyList<int>? rightColours = null)
    {
        if (flows.Count != left.Count || flows.Any(row => row.Count != right.Count))
            throw new ArgumentException($"The flows are not {left.Count} rows of {right.Count}.", nameof(flows));
        var (source, target, value) = (new JsonArray(), new JsonArray(), new JsonArray());
        var rows = new List<IReadOnlyList<string>>();
        long largest = -1;
        var sentence = "No customers.";
        for (var l = 0; l < left.Count; l++)
        {
            var total = flows[l].Sum();
            for (var r = 0; r < right.Count; r++)
            {
                var count = flows[l][r];
                if (count == 0) continue;
                source.Add(l);
                target.Add(left.Count + r);
                value.Add(count);
                var share = Numbers.Percent((double)count / total);
                rows.Add([left[l], right[r], Numbers.Count(count), share]);
                if (count <= largest) continue;
                largest = count;
                sentence = $"The largest flow: {Numbers.Counted(count, "customer")}, {share} of {left[l]}, to {right[r]}.";
            }
        }
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "sankey",
                    ["arrangement"] = "snap",
                    ["node"] = new JsonObject
                    {
                        ["label"] = ChartTheme.Strings([.. left, .. right]),
                        ["color"] = ChartTheme.Strings([.. left.Select((_, i) => SegmentPalette.Token(leftColours?[i] ?? i)), .. right.Select((_, i) => SegmentPalette.Token(rightColours?[i] ?? i))]),
                        ["pad"] = 20, ["thickness"] = 14, ["line"] = new JsonObject { ["width"] = 0 },
                        ["hovertemplate"] = "<b>%{label}</b><br>%{value:,.0f} customers<extra></extra>",
                    },
                    ["link"] = new JsonObject
                    {
                        ["source"] = source, ["target"] = target, ["value"] = value, ["color"] = "var(--chart-link)",
                        ["hovertemplate"] = "%{source.label} to %{target.label}<br><b>%{value:,.0f}</b> customers<extra></extra>",
                    },
                    ["textfont"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong, ["shadow"] = "none" },
                },
            ],
            Layout = new JsonObject
            {
                ["margin"] = new JsonObject { ["t"] = 32, ["b"] = 16, ["l"] = 8, ["r"] = 8 },
                ["annotations"] = new JsonArray(Heading(leftTitle, 0, "left"), Heading(rightTitle, 1, "right")),
            },
            Height = Math.Max(320, 60 * Math.Max(left.Count, right.Count)),
            MinWidth = 480,
            Summary = $"{leftTitle} beside {rightTitle}. {sentence}",
            Table = new ChartTable([new ChartColumn(leftTitle, Numeric: false), new ChartColumn(rightTitle, Numeric: false), new ChartColumn("Customers"), new ChartColumn("Share of the left segment")], rows),
        };
    }

    private static JsonObject Heading(string text, int x, string anchor) => new()
    {
        ["text"] = text,
        ["x"] = x,
        ["xref"] = "paper",
        ["xanchor"] = anchor,
        ["y"] = 1,
        ["yref"] = "paper",
        ["yanchor"] = "bottom",
        ["yshift"] = 10,
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12, ["weight"] = 600 },
    };
}
