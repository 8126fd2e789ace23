using System.Globalization;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The k-distance plot, by which the authors of DBSCAN (Ester et al., KDD 1996) choose epsilon: points inside clusters have
/// their k-th neighbour near, noise has it far, and the curve bends between the two. Costs O(n log n) in few dimensions.
/// </summary>
public static class KDistance
{
    /// <summary>Below this sag a curve counts as straight: there is no distance at which noise begins.</summary>
    private const double LeastStrength = 0.05;

    /// <summary>The ascending distances of <paramref name="points"/> (n x d) to their k-th nearest other point.</summary>
    /// <param name="points">The points.</param>
    /// <param name="k">Which neighbour; for DBSCAN take MinPoints - 1, because DBSCAN counts the point itself.</param>
    /// <param name="degreeOfParallelism">The most threads to use, null for one per processor. The result does not depend on it.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Checked many times a second.</param>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not more than <paramref name="k"/> points, or k is below 1.</exception>
    public static KDistanceCurve Curve(
        Matrix points,
        int k,
        int? degreeOfParallelism = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        KMeans.RequireUsable(points);
        if (k < 1 || k >= points.Rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(k), k, $"The distance to neighbour {k} needs k of at least 1 and more than k points; there are {points.Rows}.");
        }

        var tree = new KdTree(points, cancellationToken);
        double[] distances = new Neighbourhoods(tree, k, keep: 0, degreeOfParallelism, progress, cancellationToken).SquaredReach;
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = Math.Sqrt(distances[i]);
        }

        Array.Sort(distances);
        return WithKnee(k, distances);
    }

    private static KDistanceCurve WithKnee(int k, double[] distances)
    {
        double first = distances[0];
        double rise = distances[^1] - first;
        if (rise <= 0)
        {
            return new KDistanceCurve(k, distances, null, null, string.Create(
                CultureInfo.InvariantCulture, $"Every point has {k} others within the same distance, {first:G3}, so the curve has no knee."));
        }

        // The farthest below the straight line from end to end, both axes stretched to 0..1 (Satopaa et al., 2011).
        int knee = 0;
        double strength = 0;
        for (int i = 1; i < distances.Length - 1; i++)
        {
            double sag = ((double)i / (distances.Length - 1)) - ((distances[i] - first) / rise);
            if (sag > strength)
            {
                strength = sag;
                knee = i;
            }
        }

        if (strength < LeastStrength || distances[knee] <= 0)
        {
            return new KDistanceCurve(k, distances, null, null, strength < LeastStrength
                ? "The distances rise almost evenly, so there is no distance at which noise begins; choose epsilon by what should count as alike."
                : string.Create(CultureInfo.InvariantCulture, $"Most points have {k} others at exactly the same place, so distance does not tell dense places apart; use fewer neighbours or other features."));
        }

        double beyond = 100.0 * (distances.Length - 1 - knee) / distances.Length;
        return new KDistanceCurve(k, distances, knee, distances[knee], string.Create(
            CultureInfo.InvariantCulture,
            $"{100 - beyond:F0}% of the points have {k} others within {distances[knee]:G3}; beyond that the distances rise steeply."));
    }
}
