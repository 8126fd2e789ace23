namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// Curves over who would be contacted first: precision against recall, and how much of all yes a share of the customers holds. Cases of equal
/// score stay together. O(n log n).
/// </summary>
public static class RankingCurves
{
    /// <summary>Precision and recall at every distinct score, from the highest down; the area by steps is the average precision.</summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static PrecisionRecallPoint[] PrecisionRecall(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RankedCounts[] counts = RankedCounts.Of(scores, labels);
        int positives = counts[^1].Positives;
        return Array.ConvertAll(
            counts, c => new PrecisionRecallPoint((double)c.Positives / positives, (double)c.Positives / c.Called, c.Threshold));
    }

    /// <summary>Share contacted against share of all yes found, from (0, 0) to (1, 1), at every distinct score.</summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static GainPoint[] Gain(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RankedCounts[] counts = RankedCounts.Of(scores, labels);
        RankedCounts all = counts[^1];
        return
        [
            new GainPoint(0, 0, double.PositiveInfinity),
            .. Array.ConvertAll(counts, c => new GainPoint((double)c.Called / all.Called, (double)c.Positives / all.Positives, c.Threshold)),
        ];
    }

    /// <summary>
    /// Lift: the share of yes among the best-ranked share of the cases over the share of yes among all. Cases that tie at the edge count in
    /// proportion.
    /// </summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public static double LiftAt(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double share)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share of cases must lie above 0 and be at most 1.");
        }

        GainPoint[] gain = Gain(scores, labels);
        int end = 1;
        while (end < gain.Length - 1 && gain[end].ShareContacted < share)
        {
            end++;
        }

        GainPoint before = gain[end - 1];
        GainPoint after = gain[end];
        double part = (share - before.ShareContacted) / (after.ShareContacted - before.ShareContacted);
        return (before.ShareFound + (part * (after.ShareFound - before.ShareFound))) / share;
    }
}
