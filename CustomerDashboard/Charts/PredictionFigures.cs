using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Charts;

/// <summary>The charts of the Prediction page.</summary>
public static class PredictionFigures
{
    /// <summary>How many levels of a tree are drawn; the table beside it has them all.</summary>
    public const int DrawnLevels = 3;

    /// <summary>Odds ratios when a feature doubles, on a log scale around 1; for churn the other way up.</summary>
    public static PlotlyFigure? Odds(IReadOnlyList<OddsRatio> ratios, bool churn)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        if (ratios.Count == 0) return null;
        var shown = ratios.Take(10).ToList();
        double[] logs = [.. shown.Select(ratio => Math.Log2(ratio.PerDoubling) * (churn ? -1 : 1))];
        var (ticks, texts) = (new JsonArray(), new JsonArray());
        foreach (var value in new[] { 0.1, 0.25, 0.5, 1, 2, 4, 10 })
        {
            ticks.Add(Math.Log2(value));
            texts.Add("\u00d7" + Numbers.Exact(value, 2));
        }
        var figure = BarFigure.Create(
            [.. shown.Select(ratio => ratio.Name)], logs, new ChartAxis("Odds (log scale)"),
            [.. logs.Select(value => value >= 0 ? ChartTheme.Good : ChartTheme.Bad)],
            [.. logs.Select(value => "\u00d7" + Numbers.Fixed(Math.Pow(2, value), 2))],
            [.. shown.Select(ratio => ratio.Sentence)]);
        if (churn) Recolour(figure, logs);
        var axis = figure.Layout["xaxis"]!;
        axis["tickangle"] = 0;
        axis["tickvals"] = ticks;
        axis["ticktext"] = texts;
        figure.Data[0]["hovertemplate"] = "<b>%{y}</b><br>%{customdata}<extra></extra>";
        return figure with
        {
            Table = new ChartTable(
                [new ChartColumn("Feature", Numeric: false), new ChartColumn("Odds where it is twice as large"), new ChartColumn("Per standard deviation"), new ChartColumn("95% interval")],
                [.. ratios.Select((ratio, i) => Row(ratio, churn))]),
        };
    }

    /// <summary>The first levels of a tree.</summary>
    /// <param name="diagram">The tree.</param>
    /// <param name="answer">The words for a node's value.</param>
    /// <param name="strength">From 0 to 1, how dark a node is.</param>
    public static PlotlyFigure Tree(TreeDiagram diagram, Func<double, string> answer, Func<double, double> strength)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(strength);
        var drawn = TreeFigure.Create(Node(0, DrawnLevels));
        // The picture is cut to what can be read; the table has every path.
        return diagram.Depth <= DrawnLevels ? drawn : drawn with { Table = TreeFigure.Create(Node(0, int.MaxValue)).Table };

        TreeFigureNode Node(int id, int levels)
        {
            var node = diagram.Nodes[id];
            var detail = Numbers.Counted(node.Customers, "customer");
            return node.IsLeaf || levels == 0
                ? new TreeFigureNode(answer(node.Value), detail, strength(node.Value))
                : new TreeFigureNode(ChartTheme.Wrapped(node.Condition, 20), $"{answer(node.Value)}<br>{detail}", strength(node.Value), Node(node.Left, levels - 1), Node(node.Right, levels - 1));
        }
    }

    private static IReadOnlyList<string> Row(OddsRatio ratio, bool churn)
    {
        double Turn(double value) => churn ? 1 / value : value;
        var (low, high) = churn ? (1 / ratio.Upper, 1 / ratio.Lower) : (ratio.Lower, ratio.Upper);
        return [ratio.Name, Numbers.Fixed(Turn(ratio.PerDoubling), 3), Numbers.Fixed(Turn(ratio.PerStandardDeviation), 3), $"{Numbers.Fixed(low, 3)} to {Numbers.Fixed(high, 3)}"];
    }

    // For churn higher odds are bad news.
    private static void Recolour(PlotlyFigure figure, double[] logs) =>
        figure.Data[0]["marker"]!["color"] = ChartTheme.Strings(logs.Select(value => value >= 0 ? ChartTheme.Bad : ChartTheme.Good));
}
