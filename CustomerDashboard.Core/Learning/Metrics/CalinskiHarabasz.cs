using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The variance ratio of T. Calinski and J. Harabasz, "A dendrite method for cluster analysis", 1974: dispersion between the
/// clusters over dispersion within them, each per degree of freedom. Higher is better. Costs O(n d).
/// </summary>
public static class CalinskiHarabasz
{
    /// <summary>The ratio for <paramref name="points"/> (n x d) and one label per point; noise (-1) is left out.</summary>
    /// <returns>The ratio, or 1 when no cluster has any spread.</returns>
    /// <exception cref="ArgumentException">The labels do not fit the points, or there are fewer than two clusters.</exception>
    public static double Score(Matrix points, int[] labels)
    {
        int[] sizes = ClusterLabels.Sizes(points, labels);
        Matrix centroids = ClusterLabels.Centroids(points, labels, sizes);
        var mean = new double[points.Columns];
        int counted = 0;
        int clusters = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            counted += sizes[cluster];
            clusters += sizes[cluster] > 0 ? 1 : 0;
            for (int column = 0; column < mean.Length; column++)
            {
                mean[column] += centroids[cluster, column] * sizes[cluster];
            }
        }

        for (int column = 0; column < mean.Length; column++)
        {
            mean[column] /= counted;
        }

        double between = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            between += sizes[cluster] == 0 ? 0 : sizes[cluster] * Distances.SquaredEuclidean(centroids.Row(cluster), mean);
        }

        double within = 0;
        for (int point = 0; point < labels.Length; point++)
        {
            within += labels[point] < 0 ? 0 : Distances.SquaredEuclidean(points.Row(point), centroids.Row(labels[point]));
        }

        return within == 0 ? 1 : between / within * (counted - clusters) / (clusters - 1);
    }
}
