using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A tree of points cut into clusters.</summary>
public sealed class AgglomerativeClusters : IPredictingClusterModel
{
    private readonly Linkage _linkage;
    private readonly Matrix _points;
    private readonly Matrix _leaves;
    private readonly IReadOnlyList<int> _leafSizes;
    private readonly int[] _leafLabels;
    private readonly Lazy<RowIndex> _known;

    internal AgglomerativeClusters(
        Linkage linkage, Matrix points, Matrix leaves, IReadOnlyList<int> leafSizes, int[] leafLabels, int[] leafOfPoint)
    {
        _linkage = linkage;
        _points = points;
        _leaves = leaves;
        _leafSizes = leafSizes;
        _leafLabels = leafLabels;
        _known = new Lazy<RowIndex>(() => new RowIndex(points));
        Labels = new int[leafOfPoint.Length];
        int clusters = 0;
        for (int point = 0; point < Labels.Length; point++)
        {
            Labels[point] = leafLabels[leafOfPoint[point]];
            clusters = Math.Max(clusters, Labels[point] + 1);
        }

        Sizes = new int[clusters];
        foreach (int label in Labels)
        {
            Sizes[label]++;
        }
    }

    /// <inheritdoc />
    public int[] Labels { get; }

    /// <inheritdoc />
    public int[] Sizes { get; }

    /// <summary>
    /// The cluster of each new point (m x d). A tree has no rule for points it was not built over; a point equal to one of the fitted
    /// gets its label, any other goes to the cluster nearest by the tree's own notion of distance: to the mean of the cluster for Ward, to its
    /// farthest point for complete, on average to its points for average, and to its nearest point for single linkage. Costs O(m n d),
    /// for Ward O(m k d).
    /// </summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public int[] Predict(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != _points.Columns)
        {
            throw new ArgumentException($"The clusters were fitted on {_points.Columns} columns, the points have {points.Columns}.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        Matrix? means = _linkage == Linkage.Ward ? Means() : null;
        var labels = new int[points.Rows];
        var distances = new double[Sizes.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> point = points.Row(row);
            int known = _known.Value.Find(point);
            if (known >= 0)
            {
                labels[row] = Labels[known];
                continue;
            }

            if (means is null)
            {
                DistancesByLinkage(point, distances);
            }
            else
            {
                for (int cluster = 0; cluster < distances.Length; cluster++)
                {
                    distances[cluster] = Distances.SquaredEuclidean(point, means.Row(cluster));
                }
            }

            labels[row] = IndexOfLeast(distances);
        }

        return labels;
    }

    private Matrix Means()
    {
        var means = new Matrix(Sizes.Length, _leaves.Columns);
        for (int leaf = 0; leaf < _leaves.Rows; leaf++)
        {
            Span<double> mean = means.Row(_leafLabels[leaf]);
            ReadOnlySpan<double> coordinates = _leaves.Row(leaf);
            double share = (double)_leafSizes[leaf] / Sizes[_leafLabels[leaf]];
            for (int column = 0; column < mean.Length; column++)
            {
                mean[column] += share * coordinates[column];
            }
        }

        return means;
    }

    private void DistancesByLinkage(ReadOnlySpan<double> point, Span<double> distances)
    {
        distances.Fill(_linkage == Linkage.Single ? double.PositiveInfinity : 0);
        for (int leaf = 0; leaf < _leaves.Rows; leaf++)
        {
            double distance = Distances.Euclidean(point, _leaves.Row(leaf));
            ref double joined = ref distances[_leafLabels[leaf]];
            joined = _linkage switch
            {
                Linkage.Single => Math.Min(joined, distance),
                Linkage.Complete => Math.Max(joined, distance),
                _ => joined + (distance * _leafSizes[leaf] / Sizes[_leafLabels[leaf]]),
            };
        }
    }

    private static int IndexOfLeast(ReadOnlySpan<double> distances)
    {
        int least = 0;
        for (int i = 1; i < distances.Length; i++)
        {
            least = distances[i] < distances[least] ? i : least;
        }

        return least;
    }
}
