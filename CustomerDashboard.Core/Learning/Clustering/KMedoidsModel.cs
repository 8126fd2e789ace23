using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Clusters of n points around k of them, known by their distances only, the largest cluster first.</summary>
public sealed class KMedoidsModel : IClusterModel
{
    internal KMedoidsModel(int[] medoids, int[] labels, int[] sizes, double totalDistance, int swaps, bool converged)
    {
        Medoids = medoids;
        Labels = labels;
        Sizes = sizes;
        TotalDistance = totalDistance;
        Swaps = swaps;
        Converged = converged;
    }

    /// <summary>For each cluster the point at its centre: a real one, which can be looked at.</summary>
    public int[] Medoids { get; }

    /// <summary>The nearest medoid of each point, the lowest cluster on a tie.</summary>
    public int[] Labels { get; }

    /// <inheritdoc />
    public int[] Sizes { get; }

    /// <summary>The sum over the points of the distance to their medoid.</summary>
    public double TotalDistance { get; }

    /// <summary>How many times the winning start replaced a medoid.</summary>
    public int Swaps { get; }

    /// <summary>Whether no replacement of one medoid could shorten the total distance in the end.</summary>
    public bool Converged { get; }

    /// <summary>The cluster of new points.</summary>
    /// <param name="distances">Their distances to the <see cref="Medoids"/> (m x k).</param>
    /// <exception cref="ArgumentException">The number of columns is not that of the clusters, or a value is NaN or infinite.</exception>
    public int[] Assign(Matrix distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        if (distances.Columns != Medoids.Length)
        {
            throw new ArgumentException($"There are {Medoids.Length} medoids, and distances to {distances.Columns} were given.", nameof(distances));
        }

        MatrixGuard.RequireFinite(distances, parameterName: nameof(distances));
        var labels = new int[distances.Rows];
        for (int row = 0; row < labels.Length; row++)
        {
            labels[row] = Nearest(distances.Row(row));
        }

        return labels;
    }

    // Distances are kept as float, so they are compared as such: a new point with the values of an old one gets its label.
    private static int Nearest(ReadOnlySpan<double> distances)
    {
        int nearest = 0;
        for (int cluster = 1; cluster < distances.Length; cluster++)
        {
            nearest = (float)distances[cluster] < (float)distances[nearest] ? cluster : nearest;
        }

        return nearest;
    }
}
