using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Frequent itemsets without candidates, by trees of shared basket beginnings (J. Han, J. Pei, Y. Yin, Mining frequent patterns
/// without candidate generation, SIGMOD 2000). For every product, from the rarest, the baskets that hold it become a smaller tree that
/// is searched in turn. The tree takes O(products in baskets) memory; the search O(itemsets x the paths behind each).
/// </summary>
public static class FpGrowth
{
    /// <param name="table">The baskets.</param>
    /// <param name="options">Which itemsets to look for.</param>
    /// <param name="progress">Told how many of the products are done.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option cannot be used.</exception>
    /// <exception cref="TooManyItemsetsException">There are more itemsets than allowed.</exception>
    public static ItemsetTable Mine(
        BasketTable table, ItemsetOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ItemsetSearch.Run(table, options, Grow, (tree, output) => new FpWorker(tree, options, output), progress, cancellationToken);

    /// <summary>The tree of all baskets, which the threads only read.</summary>
    private static FpTree Grow(FrequentItems frequent)
    {
        var tree = new FpTree();
        tree.Reset(frequent.Count);
        for (int rank = 0; rank < frequent.Count; rank++)
        {
            (tree.Ranks[rank], tree.Totals[rank]) = (rank, frequent.Counts[rank]);
        }

        for (int basket = 0; basket + 1 < frequent.Starts.Length; basket++)
        {
            tree.Insert(frequent.Basket(basket), 1);
        }

        return tree;
    }
}
