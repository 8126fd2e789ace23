using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Customers who belong to a segment but lie far from its centre: those whose distance has a modified z-score above 3.5, by the median
/// and the median absolute deviation of the segment's own distances (B. Iglewicz and D. Hoaglin, "How to Detect and Handle Outliers",
/// 1993). Distances are compared by their logarithms, because they are skewed. Noise is not in a segment and not judged. Costs O(n d + n log n).
/// </summary>
public static class SegmentOutliers
{
    /// <summary>The modified z-score above which a customer counts as an outlier.</summary>
    public const double Limit = 3.5;

    // In fewer customers a median distance says little.
    private const int FewestCustomers = 10;

    // Makes the median absolute deviation of normal values their standard deviation.
    private const double MadScale = 1.4826;

    /// <summary>The outliers, farthest first.</summary>
    /// <param name="points">The customers as the grouping saw them.</param>
    /// <param name="solution">Their segments.</param>
    /// <exception cref="ArgumentException">The two are not of the same customers.</exception>
    public static IReadOnlyList<SegmentOutlier> Find(Matrix points, SegmentSolution solution)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(solution);
        if (points.Rows != solution.Labels.Length)
        {
            throw new ArgumentException($"There are {points.Rows} points and {solution.Labels.Length} labels.", nameof(solution));
        }

        var members = new List<int>[solution.Segments.Count];
        for (int segment = 0; segment < members.Length; segment++)
        {
            members[segment] = [];
        }

        for (int row = 0; row < points.Rows; row++)
        {
            members[solution.Labels[row]].Add(row);
        }

        var found = new List<SegmentOutlier>();
        foreach (SegmentSummary segment in solution.Segments)
        {
            if (!segment.IsNoise && members[segment.Id].Count >= FewestCustomers)
            {
                AddFrom(points, segment, members[segment.Id], found);
            }
        }

        found.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Row.CompareTo(b.Row));
        return found;
    }

    private static void AddFrom(Matrix points, SegmentSummary segment, List<int> rows, List<SegmentOutlier> found)
    {
        double[] centre = [.. segment.Centre];
        var distances = new double[rows.Count];
        double least = double.PositiveInfinity;
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = Math.Sqrt(Distances.SquaredEuclidean(points.Row(rows[i]), centre));
            least = distances[i] > 0 ? Math.Min(least, distances[i]) : least;
        }

        // A customer at the centre itself has no logarithm; the nearest other one stands in.
        double[] logs = [.. distances.Select(distance => Math.Log(distance > 0 ? distance : least))];
        double median = Median([.. logs]);
        double spread = MadScale * Median([.. logs.Select(value => Math.Abs(value - median))]);
        for (int i = 0; i < logs.Length; i++)
        {
            double score = spread > 0 ? (logs[i] - median) / spread : 0;
            if (score > Limit)
            {
                found.Add(new SegmentOutlier(rows[i], score));
            }
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
