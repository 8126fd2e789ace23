using CustomerDashboard.Charts;
using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Tests.Charts;

/// <summary>One figure of each builder of the Baskets page.</summary>
internal static class BasketFigureSamples
{
    private static BasketTable Table { get; } = CreateTable();

    private static IReadOnlyList<AssociationRule> Rules { get; } =
        AssociationRules.Generate(Eclat.Mine(Table, new ItemsetOptions { MinBaskets = 8 }), new RuleOptions()).Rules;

    public static IReadOnlyDictionary<string, Func<PlotlyFigure>> All { get; } = new Dictionary<string, Func<PlotlyFigure>>
    {
        ["rules scatter"] = () => RuleScatterFigure.Create(Rules, Table, Rules[3]),
        ["rules matrix"] = () => RuleMatrixFigure.Create(Rules, Table),
        ["rules network"] = () => RuleNetworkFigure.Create(Rules, Table),
    };

    private static BasketTable CreateTable()
    {
        var random = new Random(3);
        string[] names = ["WHITE HANGING HEART T-LIGHT HOLDER", "REGENCY CAKESTAND 3 TIER", "JUMBO BAG RED RETROSPOT", "PARTY BUNTING", "LUNCH BAG RED RETROSPOT", "SET OF 3 CAKE TINS", "TEA PLATE PINK", "TEA PLATE GREEN"];
        return BasketTable.Of(
            [.. Enumerable.Range(0, 300).Select(i => (IReadOnlyCollection<int>)[i % 8, (i + (i % 3)) % 8, random.Next(8)])], names);
    }
}
