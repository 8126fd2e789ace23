using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Baskets reduced to the products frequent enough to matter, which are numbered by rank: 0 is the rarest (of equals, the first
/// product). Every search for itemsets begins here.
/// </summary>
internal sealed class FrequentItems
{
    /// <summary>The product of each rank.</summary>
    public required int[] Products { get; init; }

    /// <summary>The baskets with each rank, counted.</summary>
    public required int[] Counts { get; init; }

    /// <summary>Basket b holds ranks <see cref="Ranks"/>[Starts[b]..Starts[b + 1]], ascending.</summary>
    public required int[] Starts { get; init; }

    public required int[] Ranks { get; init; }

    /// <summary>Rank r is in baskets <see cref="Baskets"/>[ListStarts[r]..ListStarts[r + 1]], ascending.</summary>
    public required int[] ListStarts { get; init; }

    public required int[] Baskets { get; init; }

    /// <summary>Beside <see cref="Baskets"/>: where in <see cref="Ranks"/> that basket's next greater rank stands.</summary>
    public required int[] After { get; init; }

    public int Count => Products.Length;

    /// <summary>The greater ranks in the basket at a place of <see cref="Baskets"/>, ascending.</summary>
    public ReadOnlySpan<int> Following(int place) => Ranks.AsSpan(After[place], Starts[Baskets[place] + 1] - After[place]);

    /// <summary>The ranks of a basket, ascending.</summary>
    public ReadOnlySpan<int> Basket(int basket) => Ranks.AsSpan(Starts[basket], Starts[basket + 1] - Starts[basket]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FrequentItems Of(BasketTable table, int minBaskets)
    {
        int count = 0;
        foreach (int baskets in table.ProductBaskets)
        {
            count += baskets >= minBaskets ? 1 : 0;
        }

        var keys = new long[count];
        int next = 0;
        for (int product = 0; product < table.ProductCount; product++)
        {
            if (table.ProductBaskets[product] >= minBaskets)
            {
                keys[next++] = ((long)table.ProductBaskets[product] << 32) | (uint)product;
            }
        }

        Array.Sort(keys);
        int[] products = new int[count], counts = new int[count], listStarts = new int[count + 1];
        var starts = new int[table.Count + 1];
        for (int rank = 0; rank < count; rank++)
        {
            (products[rank], counts[rank]) = ((int)(uint)keys[rank], (int)(keys[rank] >> 32));
            listStarts[rank + 1] = listStarts[rank] + counts[rank];
            foreach (int basket in table.BasketsWith(products[rank]))
            {
                starts[basket + 1]++;
            }
        }

        for (int basket = 0; basket < table.Count; basket++)
        {
            starts[basket + 1] += starts[basket];
        }

        int[] end = starts[..^1];
        int[] ranks = GC.AllocateUninitializedArray<int>(starts[^1]), lists = GC.AllocateUninitializedArray<int>(starts[^1]), after = GC.AllocateUninitializedArray<int>(starts[^1]);
        for (int rank = 0, at = 0; rank < count; rank++)
        {
            foreach (int basket in table.BasketsWith(products[rank]))
            {
                ranks[end[basket]++] = rank;
                (lists[at], after[at++]) = (basket, end[basket]);
            }
        }

        return new FrequentItems { Products = products, Counts = counts, Starts = starts, Ranks = ranks, ListStarts = listStarts, Baskets = lists, After = after };
    }
}
