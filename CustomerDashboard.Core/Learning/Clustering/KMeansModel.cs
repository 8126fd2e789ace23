using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Fitted k-means clusters of n points in d dimensions, the largest cluster first.</summary>
public sealed class KMeansModel : IPredictingClusterModel
{
    internal KMeansModel(Matrix centroids, int[] labels, int[] sizes, double inertia, int iterations, bool converged)
    {
        Centroids = centroids;
        Labels = labels;
        Sizes = sizes;
        Inertia = inertia;
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>The mean of each cluster (k x d).</summary>
    public Matrix Centroids { get; }

    /// <summary>The nearest centroid of each point, the lowest index on a tie. Cluster 0 is the largest.</summary>
    public int[] Labels { get; }

    /// <summary>How many points each cluster has.</summary>
    public int[] Sizes { get; }

    /// <summary>The sum over the points of the squared distance to their centroid.</summary>
    public double Inertia { get; }

    /// <summary>How many rounds the winning start took.</summary>
    public int Iterations { get; }

    /// <summary>Whether the winning start ended by itself and not by the limit of rounds.</summary>
    public bool Converged { get; }

    /// <inheritdoc />
    public int[] Predict(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != Centroids.Columns)
        {
            throw new ArgumentException($"The clusters were fitted on {Centroids.Columns} columns, the points have {points.Columns}.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        var columnar = new ColumnarPoints(points);
        var nearest = new long[columnar.Stride];
        NearestCentroid.Assign(
            columnar, 0, columnar.Count, Centroids.Values, nearest, new double[Centroids.Values.Length], new int[Centroids.Rows]);
        return ToLabels(nearest, points.Rows);
    }

    internal static int[] ToLabels(long[] nearest, int count)
    {
        var labels = new int[count];
        for (int point = 0; point < count; point++)
        {
            labels[point] = (int)nearest[point];
        }

        return labels;
    }
}
