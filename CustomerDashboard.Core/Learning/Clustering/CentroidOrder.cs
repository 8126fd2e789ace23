namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The lasting order of clusters around centroids: the largest first, equal ones by their centroids.</summary>
internal static class CentroidOrder
{
    /// <summary>For each place in the order the cluster that takes it.</summary>
    public static int[] Of(double[] centroids, int[] counts, int dimensions)
    {
        var order = new int[counts.Length];
        for (int cluster = 0; cluster < order.Length; cluster++)
        {
            order[cluster] = cluster;
        }

        Array.Sort(order, (a, b) => counts[a] != counts[b]
            ? counts[b].CompareTo(counts[a])
            : centroids.AsSpan(a * dimensions, dimensions).SequenceCompareTo(centroids.AsSpan(b * dimensions, dimensions)));
        return order;
    }

    /// <summary>The centroids (k x d) in an order.</summary>
    public static double[] Apply(int[] order, double[] centroids, int dimensions)
    {
        var ordered = new double[centroids.Length];
        for (int cluster = 0; cluster < order.Length; cluster++)
        {
            centroids.AsSpan(order[cluster] * dimensions, dimensions).CopyTo(ordered.AsSpan(cluster * dimensions));
        }

        return ordered;
    }
}
