using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Checks labels against points for the clustering metrics, and counts the clusters.</summary>
internal static class ClusterLabels
{
    /// <summary>
    /// The size of each cluster 0..k-1, where k is one more than the highest label. Points labelled -1 are noise and not counted.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The number of labels differs from that of the points, a label is below -1, or fewer than two clusters have points.
    /// </exception>
    public static int[] Sizes(Matrix points, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != points.Rows)
        {
            throw new ArgumentException($"There are {points.Rows} points but {labels.Length} labels.", nameof(labels));
        }

        var sizes = new int[Count(labels)];
        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] >= 0)
            {
                sizes[labels[point]]++;
            }
        }

        int used = 0;
        foreach (int size in sizes)
        {
            used += size > 0 ? 1 : 0;
        }

        if (used < 2)
        {
            throw new ArgumentException($"This figure compares clusters, so it needs at least 2 with points in them; there {(used == 1 ? "is 1" : "are none")}.", nameof(labels));
        }

        return sizes;
    }

    /// <summary>One more than the highest label; 0 when all points are noise.</summary>
    /// <exception cref="ArgumentException">A label is below -1.</exception>
    public static int Count(ReadOnlySpan<int> labels)
    {
        int highest = -1;
        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] < -1)
            {
                throw new ArgumentException($"Label {labels[point]} of point {point + 1} is neither a cluster nor -1 for noise.", nameof(labels));
            }

            highest = Math.Max(highest, labels[point]);
        }

        return highest + 1;
    }

    /// <summary>The mean of each cluster (k x d), zeros where it has no points.</summary>
    public static Matrix Centroids(Matrix points, int[] labels, int[] sizes)
    {
        var centroids = new Matrix(sizes.Length, points.Columns);
        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] >= 0)
            {
                ReadOnlySpan<double> from = points.Row(point);
                Span<double> to = centroids.Row(labels[point]);
                for (int column = 0; column < from.Length; column++)
                {
                    to[column] += from[column];
                }
            }
        }

        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            foreach (ref double value in centroids.Row(cluster))
            {
                value = sizes[cluster] == 0 ? 0 : value / sizes[cluster];
            }
        }

        return centroids;
    }
}
