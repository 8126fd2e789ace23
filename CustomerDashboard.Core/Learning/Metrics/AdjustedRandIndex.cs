namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// How far two groupings of the same points agree, corrected for chance (L. Hubert, P. Arabie, "Comparing partitions", 1985):
/// 1 for the same grouping whatever the numbering, about 0 for unrelated ones, negative for less than chance.
/// Costs O(n) and a table of the pairs of labels that occur.
/// </summary>
public static class AdjustedRandIndex
{
    /// <summary>The index of two labelings of the same points; any integers serve as labels.</summary>
    /// <exception cref="ArgumentException">The labelings differ in length or are empty.</exception>
    public static double Score(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length || first.Length == 0)
        {
            throw new ArgumentException($"Two groupings of the same points are needed, not {first.Length} and {second.Length} labels.");
        }

        var both = new Dictionary<(int, int), long>();
        var firstSizes = new Dictionary<int, long>();
        var secondSizes = new Dictionary<int, long>();
        for (int point = 0; point < first.Length; point++)
        {
            Increment(both, (first[point], second[point]));
            Increment(firstSizes, first[point]);
            Increment(secondSizes, second[point]);
        }

        double together = Pairs(both);
        double inFirst = Pairs(firstSizes);
        double inSecond = Pairs(secondSizes);
        double all = (double)first.Length * (first.Length - 1) / 2;
        double expected = all == 0 ? 0 : inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2;

        // Both groupings all apart or all together: they are the same.
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static void Increment<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
    }

    private static double Pairs<TKey>(Dictionary<TKey, long> counts)
        where TKey : notnull
    {
        // Whole numbers up to 2^53 add exactly, so the order of the table does not matter.
        double pairs = 0;
        foreach (long count in counts.Values)
        {
            pairs += (double)count * (count - 1) / 2;
        }

        return pairs;
    }
}
