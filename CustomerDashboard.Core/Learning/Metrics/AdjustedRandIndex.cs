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
        LabelPairs pairs = LabelPairs.Count(first, second);

        // Whole numbers up to 2^53 add exactly, so the order of the table does not matter.
        double together = 0;
        foreach ((_, _, long count) in pairs.Pairs)
        {
            together += Pairs(count);
        }

        double inFirst = Pairs(pairs.FirstSizes);
        double inSecond = Pairs(pairs.SecondSizes);
        double all = (double)first.Length * (first.Length - 1) / 2;
        double expected = all == 0 ? 0 : inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2;

        // Both groupings all apart or all together: they are the same.
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double Pairs(int[] sizes)
    {
        double pairs = 0;
        foreach (int size in sizes)
        {
            pairs += Pairs(size);
        }

        return pairs;
    }

    private static double Pairs(long count) => (double)count * (count - 1) / 2;
}
