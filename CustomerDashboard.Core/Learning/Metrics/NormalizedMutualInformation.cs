namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// How much knowing one grouping tells about another (A. Strehl, J. Ghosh, "Cluster ensembles", 2002): their mutual information
/// divided by the arithmetic mean of their entropies, as scikit-learn does: 1 for the same grouping whatever the numbering, 0
/// for independent ones. Unlike <see cref="AdjustedRandIndex"/> it is not corrected for chance and rises with the number of
/// groups. Costs O(n).
/// </summary>
public static class NormalizedMutualInformation
{
    /// <summary>The information shared by two labelings of the same points; any integers serve as labels.</summary>
    /// <exception cref="ArgumentException">The labelings differ in length or are empty.</exception>
    public static double Score(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        LabelPairs pairs = LabelPairs.Count(first, second);
        double total = first.Length;
        double firstEntropy = Entropy(pairs.FirstSizes, total);
        double secondEntropy = Entropy(pairs.SecondSizes, total);
        if (firstEntropy == 0 && secondEntropy == 0)
        {
            return 1;
        }

        double mutual = 0;
        foreach ((int one, int other, long count) in pairs.Pairs)
        {
            mutual += count / total * Math.Log(count * total / ((double)pairs.FirstSizes[one] * pairs.SecondSizes[other]));
        }

        return Math.Clamp(mutual / ((firstEntropy + secondEntropy) / 2), 0, 1);
    }

    private static double Entropy(int[] sizes, double total)
    {
        double entropy = 0;
        foreach (int size in sizes)
        {
            entropy -= size == 0 ? 0 : size / total * Math.Log(size / total);
        }

        return entropy;
    }
}
