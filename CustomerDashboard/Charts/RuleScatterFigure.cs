using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Charts;

/// <summary>Rules by how common and how sure they are; the colour says how far beyond chance.</summary>
public static class RuleScatterFigure
{
    private const int MostPoints = 10_000;

    private static readonly double[] LiftTicks = [.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <param name="rules">The rules, the greatest lift first.</param>
    /// <param name="table">The baskets they are about.</param>
    /// <param name="chosen">The rule that is marked; null for none.</param>
    public static PlotlyFigure Create(IReadOnlyList<AssociationRule> rules, BasketTable table, AssociationRule? chosen)
    {
        // The weakest are drawn first, so that the strongest lie on top where points meet.
        int[] order = [.. Enumerable.Range(0, Math.Min(rules.Count, MostPoints)).Reverse()];
        var shown = order.Select(i => rules[i]).ToArray();
        var data = new List<JsonObject> { Points(shown, table) };
        var rows = new List<int[]> { order };
        if (chosen is not null)
        {
            data.Add(Mark(chosen, table));
            rows.Add([IndexOf(rules, chosen)]);
        }

        var x = ChartTheme.Axis(new ChartAxis("Share of all baskets (support)", null, ".2~%"));
        var y = ChartTheme.Axis(new ChartAxis("How often it is right (confidence)", null, ".0%", FromZero: true));
        return new PlotlyFigure
        {
            Data = data,
            PointRows = rows,
            Layout = new JsonObject { ["xaxis"] = x, ["yaxis"] = y, ["showlegend"] = false, ["hovermode"] = "closest" },
            Height = 460,
            Summary = rules.Count == 0
                ? "No rules."
                : $"{Numbers.Counted(rules.Count, "rule")}; support from {Numbers.Tenths(rules.Min(rule => rule.Support))} to {Numbers.Tenths(rules.Max(rule => rule.Support))}, confidence up to {Numbers.Percent(rules.Max(rule => rule.Confidence))}, lift up to {Numbers.Rounded(rules.Max(rule => rule.Lift))}."
                  + (rules.Count > MostPoints ? $" The {Numbers.Count(MostPoints)} with the greatest lift are drawn." : ""),
            Table = new ChartTable(
                [new ChartColumn("Rule", Numeric: false), new ChartColumn("Support"), new ChartColumn("Confidence"), new ChartColumn("Lift")],
                [.. rules.Take(100).Select(rule => (IReadOnlyList<string>)[$"{RuleWords.Names(rule.Antecedent, table)}, then {RuleWords.Names(rule.Consequent, table)}", Numbers.Tenths(rule.Support), Numbers.Tenths(rule.Confidence), Numbers.Fixed(rule.Lift, 2)])]),
        };
    }

    private static JsonObject Points(AssociationRule[] rules, BasketTable table)
    {
        double[] ticks = [.. LiftTicks.Where(tick => rules.Length > 0 && tick >= rules.Min(rule => rule.Lift) * .99 && tick <= rules.Max(rule => rule.Lift) * 1.01)];
        return new JsonObject
        {
            ["type"] = "scattergl",
            ["mode"] = "markers",
            ["x"] = PlotlyArray.Create([.. rules.Select(rule => (float)rule.Support)]),
            ["y"] = PlotlyArray.Create([.. rules.Select(rule => (float)rule.Confidence)]),
            ["text"] = ChartTheme.Strings(rules.Select(rule => Hover(rule, table))),
            ["hovertemplate"] = "%{text}<extra></extra>",
            ["marker"] = new JsonObject
            {
                ["size"] = 9,
                ["opacity"] = 0.75,
                ["line"] = new JsonObject { ["width"] = 0 },
                ["color"] = ChartTheme.Values([.. rules.Select(rule => Math.Log10(rule.Lift))]),
                ["colorscale"] = ChartTheme.SequentialScale(),
                ["colorbar"] = new JsonObject
                {
                    ["title"] = new JsonObject { ["text"] = "Times as often as usual (lift, log scale)", ["side"] = "right", ["font"] = new JsonObject { ["size"] = 12 } },
                    ["tickvals"] = ChartTheme.Values([.. ticks.Select(Math.Log10)]),
                    ["ticktext"] = ChartTheme.Strings(ticks.Select(tick => Numbers.Rounded(tick))),
                    ["thickness"] = 10,
                    ["outlinewidth"] = 0,
                    ["len"] = 1,
                    ["tickfont"] = new JsonObject { ["size"] = 12 },
                },
            },
        };
    }

    private static JsonObject Mark(AssociationRule rule, BasketTable table) => new()
    {
        ["type"] = "scattergl",
        ["mode"] = "markers",
        ["x"] = PlotlyArray.Create([(float)rule.Support]),
        ["y"] = PlotlyArray.Create([(float)rule.Confidence]),
        ["text"] = ChartTheme.Strings([Hover(rule, table)]),
        ["hovertemplate"] = "%{text}<extra></extra>",
        ["marker"] = new JsonObject { ["size"] = 18, ["symbol"] = "circle-open", ["color"] = ChartTheme.Mark, ["line"] = new JsonObject { ["width"] = 3, ["color"] = ChartTheme.Mark } },
    };

    private static string Hover(AssociationRule rule, BasketTable table) =>
        $"<b>{ChartTheme.Wrapped(RuleWords.Names(rule.Antecedent, table), 46)}</b><br>then also <b>{ChartTheme.Wrapped(RuleWords.Names(rule.Consequent, table), 46)}</b><br>" +
        $"{Numbers.Counted(rule.Baskets, "basket")} ({Numbers.Tenths(rule.Support)})<br>right in {Numbers.Tenths(rule.Confidence)} of {Numbers.Count(rule.AntecedentBaskets)}<br>{Numbers.Fixed(rule.Lift, 1)} times as often as usual";

    private static int IndexOf(IReadOnlyList<AssociationRule> rules, AssociationRule rule)
    {
        for (int i = 0; i < rules.Count; i++)
        {
            if (ReferenceEquals(rules[i], rule))
            {
                return i;
            }
        }

        return -1;
    }
}
