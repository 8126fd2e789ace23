using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>RFM scores as a grid of recency by frequency and spend, and the eleven segments as areas.</summary>
public static class RfmFigures
{
    private const int Scores = RfmScoring.Scores;

    /// <summary>The grid: most recent at the top, frequent and well-spending at the right.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="solution">The segments, for their colours.</param>
    /// <param name="byGroup">Colours tell the segments; else how many customers a cell has.</param>
    public static PlotlyFigure Grid(RfmScores scores, SegmentSolution solution, bool byGroup)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(solution);
        var counts = scores.Counts();
        int[] recency = [.. Enumerable.Range(0, Scores).Select(row => Scores - row)];
        string[] rows = [.. recency.Select(score => score switch { Scores => "5 (most recent)", 1 => "1 (longest ago)", _ => score.ToString(CultureInfo.CurrentCulture) })];
        string[] columns = [.. Enumerable.Range(1, Scores).Select(score => score switch { 1 => "1 (least)", Scores => "5 (most)", _ => score.ToString(CultureInfo.CurrentCulture) })];
        IReadOnlyList<double>[] values = [.. recency.Select(r => (IReadOnlyList<double>)[.. counts[r - 1].Select(count => (double)count)])];
        IReadOnlyList<string>[] texts = [.. recency.Select(r => (IReadOnlyList<string>)[.. counts[r - 1].Select((count, fm) => $"{ChartTheme.Wrapped(RfmGroup.All[RfmGroup.IndexOf(r, fm + 1)].Name, 12)}<br>{Numbers.Count(count)}")])];
        var figure = HeatmapFigure.Create(rows, columns, values, HeatmapScale.Sequential, "Customers", texts, xTitle: "Frequency and spend score", yTitle: "Recency score");
        if (byGroup) ColourByGroup(figure.Data[0], recency, solution);
        figure.Layout["xaxis"]!["tickangle"] = 0;
        var fullest = solution.Segments.Where(segment => segment.Group is not null).OrderByDescending(segment => segment.Size).Take(3);
        return figure with
        {
            Height = 460,
            MinWidth = 560,
            Summary = $"{Numbers.Counted(scores.Recency.Length, "customer")} by recency score (rows, 5 most recent) and the mean of frequency and spend score (columns). The largest segments: {string.Join(", ", fullest.Select(segment => $"{segment.Group!.Name} {Numbers.Count(segment.Size)}"))}.",
            Table = new ChartTable(
                [new ChartColumn("Recency score", Numeric: false), .. columns.Select(column => new ChartColumn($"Frequency and spend {column}", Numeric: false))],
                [.. recency.Select((r, row) => (IReadOnlyList<string>)[rows[row], .. counts[r - 1].Select((count, fm) => $"{RfmGroup.All[RfmGroup.IndexOf(r, fm + 1)].Name}: {Numbers.Count(count)}")])]),
        };
    }

    /// <summary>The segments by the number of their customers.</summary>
    public static PlotlyFigure TreeMap(SegmentSolution solution, string currency)
    {
        ArgumentNullException.ThrowIfNull(solution);
        SegmentSummary[] groups = [.. solution.Segments.Where(segment => segment.Group is not null).OrderByDescending(segment => segment.Size)];
        string[] names = [.. groups.Select(segment => segment.Group!.Name)];
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "treemap",
                    ["labels"] = ChartTheme.Strings(names),
                    ["parents"] = ChartTheme.Strings(names.Select(_ => "")),
                    ["values"] = ChartTheme.Values([.. groups.Select(segment => (double)segment.Size)]),
                    ["customdata"] = ChartTheme.Strings(groups.Select(segment => $"{segment.Group!.Words}<br>{Numbers.Percent(segment.CustomerShare)} of customers{(segment.Revenue is { } revenue ? $", {Numbers.MoneyExact(revenue, currency)} ({Numbers.Percent(segment.RevenueShare ?? 0)} of revenue)" : "")}")),
                    ["text"] = ChartTheme.Strings(groups.Select(segment => $"{Numbers.Count(segment.Size)} ({Numbers.Percent(segment.CustomerShare)})")),
                    ["texttemplate"] = "<b>%{label}</b><br>%{text}",
                    ["hovertemplate"] = "<b>%{label}</b>: %{value:,.0f} customers<br>%{customdata}<extra></extra>",
                    ["marker"] = new JsonObject { ["colors"] = ChartTheme.Strings(groups.Select(segment => SegmentPalette.Token(segment.ColourSlot))), ["line"] = new JsonObject { ["color"] = ChartTheme.Surface, ["width"] = 2 } },
                    ["tiling"] = new JsonObject { ["pad"] = 2 },
                    ["pathbar"] = new JsonObject { ["visible"] = false },
                },
            ],
            Layout = new JsonObject { ["uniformtext"] = new JsonObject { ["minsize"] = 12, ["mode"] = "hide" }, ["margin"] = new JsonObject { ["t"] = 8, ["l"] = 0, ["r"] = 0, ["b"] = 0 } },
            Height = 400,
            Summary = string.Join(" ", groups.Select(segment => $"{segment.Group!.Name}: {Numbers.Count(segment.Size)} ({Numbers.Percent(segment.CustomerShare)}).")),
            Table = new ChartTable(
                [new ChartColumn("Segment", Numeric: false), new ChartColumn("Who they are", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Share of customers"), new ChartColumn("Share of revenue")],
                [.. groups.Select(segment => (IReadOnlyList<string>)[segment.Group!.Name, segment.Group.Words, Numbers.Count(segment.Size), Numbers.Tenths(segment.CustomerShare), Numbers.Tenths(segment.RevenueShare ?? double.NaN)])]),
        };
    }

    // Colours stand at whole numbers of an even scale, so a cell has exactly the colour of its segment.
    private static void ColourByGroup(JsonObject trace, int[] recency, SegmentSolution solution)
    {
        var groups = RfmGroup.All;
        var scale = new JsonArray();
        for (var i = 0; i < groups.Count; i++)
        {
            var segment = solution.Segments.FirstOrDefault(candidate => candidate.Group == groups[i]);
            scale.Add((JsonNode)new JsonArray(i / (double)(groups.Count - 1), segment is null ? "var(--surface-sunken)" : SegmentPalette.Token(segment.ColourSlot)));
        }
        var z = new JsonArray();
        foreach (var r in recency) z.Add((JsonNode)ChartTheme.Values([.. Enumerable.Range(1, Scores).Select(fm => (double)RfmGroup.IndexOf(r, fm))]));
        trace["z"] = z;
        trace["zmin"] = 0;
        trace["zmax"] = groups.Count - 1;
        trace["colorscale"] = scale;
        trace["hovertemplate"] = "Recency %{y}<br>Frequency and spend %{x}<br>%{text} customers<extra></extra>";
    }
}
