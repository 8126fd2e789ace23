using MathNet.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Tests whether the mean of each feature in each segment differs from that of all customers by more than chance: a z-test against
/// drawing as many customers from the file without replacement (W. G. Cochran, "Sampling Techniques", 1977), with the level shared
/// out over all tests (Bonferroni). Where a feature is skewed, means are those of log(1 + x), as for its standardised difference.
/// Costs O(k d).
/// </summary>
/// <remarks>
/// Segments are made to differ in the features they were made from, so there a difference is no discovery; in the other features it is.
/// </remarks>
public static class SegmentSignificance
{
    /// <summary>One test per segment (outer) and feature of the table (inner).</summary>
    /// <param name="solution">The segments.</param>
    /// <param name="level">The share of divisions without any true difference in which at least one test may find one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static IReadOnlyList<IReadOnlyList<MeanDifference>> Of(SegmentSolution solution, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(solution);
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie between 0 and 1.");
        }

        int tests = 0;
        foreach (SegmentSummary segment in solution.Segments)
        {
            for (int feature = 0; feature < segment.Features.Count; feature++)
            {
                tests += double.IsFinite(ZOf(segment, solution.Overall, feature)) ? 1 : 0;
            }
        }

        double limit = level / Math.Max(1, tests);
        return
        [
            .. solution.Segments.Select(segment => (IReadOnlyList<MeanDifference>)
                [.. Enumerable.Range(0, segment.Features.Count).Select(feature => Test(segment, solution.Overall, feature, limit))]),
        ];
    }

    private static MeanDifference Test(SegmentSummary segment, IReadOnlyList<FeatureProfile> overall, int feature, double limit)
    {
        double z = ZOf(segment, overall, feature);
        double p = double.IsFinite(z) ? SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)) : double.NaN;
        return new MeanDifference(segment.Features[feature].StandardisedDifference, z, p, p < limit);
    }

    private static double ZOf(SegmentSummary segment, IReadOnlyList<FeatureProfile> overall, int feature)
    {
        double n = segment.Features[feature].Count;
        double all = overall[feature].Count;
        bool varies = overall[feature].Maximum > overall[feature].Minimum;
        // The variance of a mean of n out of N without replacement is sigma^2 / n * (N - n) / (N - 1).
        return varies && n > 0 && n < all
            ? segment.Features[feature].StandardisedDifference * Math.Sqrt(n * (all - 1) / (all - n))
            : double.NaN;
    }
}
