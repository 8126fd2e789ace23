using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Tests.Core.Baskets;

/// <summary>The three searches, by name, for tests that hold for all of them.</summary>
public static class ItemsetSearches
{
    public static TheoryData<string> Names => [nameof(Eclat), nameof(FpGrowth), nameof(Apriori)];

    internal static ItemsetTable Mine(string search, BasketTable table, ItemsetOptions options, CancellationToken cancellationToken = default) => search switch
    {
        nameof(Eclat) => Eclat.Mine(table, options, null, cancellationToken),
        nameof(FpGrowth) => FpGrowth.Mine(table, options, null, cancellationToken),
        _ => Apriori.Mine(table, options, null, cancellationToken),
    };

    internal static bool Same(ItemsetTable first, ItemsetTable second)
    {
        bool same = first.Count == second.Count;
        for (int i = 0; i < first.Count && same; i++)
        {
            same = first.Baskets(i) == second.Baskets(i) && first[i].SequenceEqual(second[i]);
        }

        return same;
    }
}
