using System.Globalization;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// Finds the knee of a falling curve (V. Satopaa et al., "Finding a 'kneedle' in a haystack", 2011): with both axes stretched
/// to 0..1, the point farthest below the straight line from the first to the last. Costs O(k).
/// </summary>
public static class ElbowDetector
{
    /// <summary>Below this sag a curve counts as straight: further clusters go on paying at the same rate.</summary>
    private const double LeastStrength = 0.05;

    /// <summary>Finds the knee of inertia over the number of clusters.</summary>
    /// <param name="clusterCounts">The numbers of clusters tried, ascending.</param>
    /// <param name="inertias">The inertia of each.</param>
    /// <exception cref="ArgumentException">The lists differ in length, the counts do not ascend, or an inertia is not finite.</exception>
    public static ElbowResult Find(IReadOnlyList<int> clusterCounts, IReadOnlyList<double> inertias)
    {
        ArgumentNullException.ThrowIfNull(clusterCounts);
        ArgumentNullException.ThrowIfNull(inertias);
        RequireCurve(clusterCounts, inertias);
        int last = clusterCounts.Count - 1;
        if (last < 2)
        {
            return new ElbowResult(null, 0, "A knee needs at least three numbers of segments to compare.");
        }

        double fall = inertias[0] - inertias[last];
        if (fall <= 0)
        {
            return new ElbowResult(null, 0, "More segments do not bring the points closer to their centres here.");
        }

        int knee = 0;
        double strength = 0;
        for (int i = 1; i < last; i++)
        {
            double along = (double)(clusterCounts[i] - clusterCounts[0]) / (clusterCounts[last] - clusterCounts[0]);
            double fallen = (inertias[0] - inertias[i]) / fall;
            if (fallen - along > strength)
            {
                strength = fallen - along;
                knee = i;
            }
        }

        if (strength < LeastStrength)
        {
            return new ElbowResult(
                null,
                strength,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The curve falls almost evenly from {clusterCounts[0]} to {clusterCounts[last]} segments, so it shows no knee."));
        }

        double share = (inertias[0] - inertias[knee]) / fall;
        double before = (inertias[0] - inertias[knee]) / inertias[0] / (clusterCounts[knee] - clusterCounts[0]);
        double after = (inertias[knee] - inertias[last]) / inertias[0] / (clusterCounts[last] - clusterCounts[knee]);
        string reason = string.Create(
            CultureInfo.InvariantCulture,
            $"Going from {clusterCounts[0]} to {clusterCounts[knee]} segments brings {share * 100:F0}% of the whole gain; up to there each segment lowers the inertia by {before * 100:F1}% of its first value, afterwards by only {after * 100:F1}%.");
        return new ElbowResult(clusterCounts[knee], strength, reason);
    }

    private static void RequireCurve(IReadOnlyList<int> clusterCounts, IReadOnlyList<double> inertias)
    {
        if (clusterCounts.Count != inertias.Count)
        {
            throw new ArgumentException($"There are {clusterCounts.Count} numbers of clusters but {inertias.Count} inertias.", nameof(inertias));
        }

        for (int i = 0; i < inertias.Count; i++)
        {
            if (!double.IsFinite(inertias[i]))
            {
                throw new ArgumentException($"The inertia of {clusterCounts[i]} clusters is not a finite number.", nameof(inertias));
            }

            if (i > 0 && clusterCounts[i] <= clusterCounts[i - 1])
            {
                throw new ArgumentException("The numbers of clusters must ascend.", nameof(clusterCounts));
            }
        }
    }
}
