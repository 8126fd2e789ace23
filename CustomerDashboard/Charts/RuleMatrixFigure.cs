using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Charts;

/// <summary>The products of the strongest simple rules against each other: what leads to what, and how often.</summary>
public static class RuleMatrixFigure
{
    private const int MostProducts = 16;
    private const int NameWidth = 18;

    /// <param name="rules">The rules, the greatest lift first.</param>
    /// <param name="table">The baskets they are about.</param>
    public static PlotlyFigure Create(IReadOnlyList<AssociationRule> rules, BasketTable table)
    {
        var simple = new Dictionary<(int, int), AssociationRule>();
        var products = new List<int>();
        foreach (AssociationRule rule in rules)
        {
            if (rule is { Antecedent: [var left], Consequent: [var right] })
            {
                simple[(left, right)] = rule;
                foreach (int product in (int[])[left, right])
                {
                    if (products.Count < MostProducts && !products.Contains(product))
                    {
                        products.Add(product);
                    }
                }
            }
        }

        string[] names = [.. products.Select(product => ChartTheme.Wrapped(table.ProductNames[product], NameWidth))];
        PlotlyFigure figure = HeatmapFigure.Create(
            names,
            names,
            [.. products.Select(left => (IReadOnlyList<double>)[.. products.Select(right => simple.TryGetValue((left, right), out AssociationRule? rule) ? rule.Confidence : double.NaN)])],
            HeatmapScale.Sequential,
            "How often it is right (confidence)",
            [.. products.Select(left => (IReadOnlyList<string>)[.. products.Select(right => simple.TryGetValue((left, right), out AssociationRule? rule) ? Numbers.Percent(rule.Confidence) : "")])]);
        figure.Layout["xaxis"]!["tickangle"] = -90;
        return figure with { Height = 190 + (36 * products.Count), MinWidth = 260 + (44 * products.Count) };
    }
}
