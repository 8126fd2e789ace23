using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The index of D. L. Davies and D. W. Bouldin, "A cluster separation measure", 1979: for each cluster the worst ratio of
/// two clusters' mean distances from their centroids to the distance between the centroids, averaged. Lower is better, 0 the
/// least. Costs O(n d + k^2 d).
/// </summary>
public static class DaviesBouldin
{
    /// <summary>The index for <paramref name="points"/> (n x d) and one label per point; noise (-1) is left out.</summary>
    /// <returns>The index. Two clusters with the same centroid are not compared with each other.</returns>
    /// <exception cref="ArgumentException">The labels do not fit the points, or there are fewer than two clusters.</exception>
    public static double Score(Matrix points, int[] labels)
    {
        int[] sizes = ClusterLabels.Sizes(points, labels);
        Matrix centroids = ClusterLabels.Centroids(points, labels, sizes);
        var spread = new double[sizes.Length];
        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] >= 0)
            {
                spread[labels[point]] += Distances.Euclidean(points.Row(point), centroids.Row(labels[point]));
            }
        }

        double sum = 0;
        int clusters = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            if (sizes[cluster] == 0)
            {
                continue;
            }

            clusters++;
            double worst = 0;
            for (int other = 0; other < sizes.Length; other++)
            {
                double apart = other == cluster || sizes[other] == 0
                    ? 0
                    : Distances.Euclidean(centroids.Row(cluster), centroids.Row(other));
                if (apart > 0)
                {
                    worst = Math.Max(worst, ((spread[cluster] / sizes[cluster]) + (spread[other] / sizes[other])) / apart);
                }
            }

            sum += worst;
        }

        return sum / clusters;
    }
}
