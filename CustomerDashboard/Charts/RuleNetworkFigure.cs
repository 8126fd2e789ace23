using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Charts;

/// <summary>The products of the simple rules that count most as dots, a line for each pair: the thicker, the further beyond chance.</summary>
public static class RuleNetworkFigure
{
    private const int MostPairs = 60;
    private const int MinimumWidth = 680;
    private const int DrawnLetters = 60;
    private const int DrawnLines = 24;
    private const int LongestName = 26;

    /// <param name="rules">The rules, the greatest lift first.</param>
    /// <param name="table">The baskets they are about.</param>
    public static PlotlyFigure Create(IReadOnlyList<AssociationRule> rules, BasketTable table)
    {
        AssociationRule[] pairs = [.. rules.Where(rule => rule is { Antecedent: [_], Consequent: [_] }).DistinctBy(rule => (Math.Min(rule.Antecedent[0], rule.Consequent[0]), Math.Max(rule.Antecedent[0], rule.Consequent[0])))
            .OrderByDescending(rule => rule.Leverage).Take(MostPairs)];
        int[] products = [.. pairs.SelectMany(rule => (int[])[rule.Antecedent[0], rule.Consequent[0]]).Distinct().Order()];
        var place = products.Select((product, i) => (product, i)).ToDictionary(pair => pair.product, pair => pair.i);
        GraphEdge[] edges = [.. pairs.Select(rule => new GraphEdge(place[rule.Antecedent[0]], place[rule.Consequent[0]], Math.Max(1e-3, Math.Log(1 + rule.Lift))))];
        GraphLayout layout = ForceLayout.Arrange(Graph.FromEdges(products.Length, edges));
        var data = new List<JsonObject>();
        for (int i = 0; i < pairs.Length; i++)
        {
            data.Add(Line(layout, edges[i], pairs[i], table));
        }

        data.Add(Dots(layout, products, table));
        return new PlotlyFigure
        {
            Data = data,
            Layout = Layout(layout, products, table),
            Height = 620,
            MinWidth = MinimumWidth,
            Summary = pairs.Length == 0
                ? "No rule between two single products."
                : $"The {Numbers.Count(pairs.Length)} pairs with the most baskets beyond chance among {Numbers.Count(products.Length)} products, led by {RuleWords.Names(pairs[0].Antecedent, table)} and {RuleWords.Names(pairs[0].Consequent, table)} (lift {Numbers.Rounded(pairs[0].Lift)}).",
            Table = new ChartTable(
                [new ChartColumn("Product", Numeric: false), new ChartColumn("Product beside it", Numeric: false), new ChartColumn("Baskets"), new ChartColumn("Lift")],
                [.. pairs.Select(rule => (IReadOnlyList<string>)[RuleWords.Names(rule.Antecedent, table), RuleWords.Names(rule.Consequent, table), Numbers.Count(rule.Baskets), Numbers.Fixed(rule.Lift, 2)])]),
        };
    }

    private static JsonObject Line(GraphLayout layout, GraphEdge edge, AssociationRule rule, BasketTable table) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = ChartTheme.Values([layout.X[edge.From], layout.X[edge.To]]),
        ["y"] = ChartTheme.Values([layout.Y[edge.From], layout.Y[edge.To]]),
        ["line"] = new JsonObject { ["color"] = ChartTheme.Muted, ["width"] = 1 + Math.Min(5, Math.Log2(Math.Max(1, rule.Lift)) * .8) },
        ["opacity"] = 0.6,
        ["hoverinfo"] = "text",
        ["text"] = $"{RuleWords.Names(rule.Antecedent, table)} and {RuleWords.Names(rule.Consequent, table)}",
        ["showlegend"] = false,
    };

    private static JsonObject Dots(GraphLayout layout, int[] products, BasketTable table)
    {
        double most = Math.Max(1, products.Select(product => table.ProductBaskets[product]).DefaultIfEmpty(1).Max());
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = ChartTheme.Values([.. layout.X.Select(value => (double)value)]),
            ["y"] = ChartTheme.Values([.. layout.Y.Select(value => (double)value)]),
            ["text"] = ChartTheme.Strings(products.Select(product => $"<b>{table.ProductNames[product]}</b><br>in {Numbers.Counted(table.ProductBaskets[product], "basket")}")),
            ["hovertemplate"] = "%{text}<extra></extra>",
            ["marker"] = new JsonObject
            {
                ["color"] = ChartTheme.Main,
                ["size"] = ChartTheme.Values([.. products.Select(product => 8 + (18 * Math.Sqrt(table.ProductBaskets[product] / most)))]),
                ["line"] = new JsonObject { ["width"] = 0 },
            },
            ["showlegend"] = false,
        };
    }

    private static JsonObject Layout(GraphLayout layout, int[] products, BasketTable table)
    {
        string[] names = [.. products.Select(product => table.ProductNames[product] is { Length: > LongestName } name ? name[..(LongestName - 1)] + "…" : table.ProductNames[product])];
        JsonObject Axis() => new() { ["visible"] = false, ["range"] = ChartTheme.Values([-.18, 1.18]) };
        var result = new JsonObject { ["xaxis"] = Axis(), ["yaxis"] = Axis(), ["hovermode"] = "closest", ["showlegend"] = false, ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["t"] = 8, ["b"] = 0 } };
        foreach (int i in LabelPlacement.Choose(layout, [.. products.Select(product => (double)table.ProductBaskets[product])], [.. names.Select(name => name.Length)], DrawnLetters, DrawnLines, 24))
        {
            ChartTheme.Append(result, "annotations", new JsonObject
            {
                ["x"] = layout.X[i],
                ["y"] = layout.Y[i],
                ["yshift"] = 16,
                ["text"] = names[i],
                ["showarrow"] = false,
                ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong },
            });
        }

        return result;
    }
}
