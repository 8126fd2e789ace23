using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// k-means clustering: k centroids that make the sum of squared distances of the points to the nearest of them (the inertia)
/// small. Each of several starts draws centres by greedy k-means++, repeats Lloyd's rounds and, up to
/// <see cref="ExactLimit"/> points, then moves single points as Hartigan and Wong do; the start with the least inertia wins,
/// the first on a tie, and is improved by two random swaps of a centre per cluster. Costs O(n k d) per round. The same seed gives the same clusters on any number of threads.
/// </summary>
public static class KMeans
{
    /// <summary>
    /// Up to this many points every start is improved until no single point can move; beyond, it begins on a random sample
    /// and ends at the tolerance, because the last rounds cost much and change the inertia by less than one part in ten thousand.
    /// </summary>
    public const int ExactLimit = 50_000;

    /// <summary>Groups <paramref name="points"/> (n x d).</summary>
    /// <param name="points">The points, usually scaled, because columns of larger numbers weigh more.</param>
    /// <param name="options">How many clusters, and how hard to try.</param>
    /// <param name="progress">Told after each start.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    /// <exception cref="TooFewPointsException">There are fewer different points than clusters.</exception>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static KMeansModel Fit(
        Matrix points, KMeansOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        RequireUsable(points);
        int distinct = DistinctRows.CountUpTo(points, options.ClusterCount);
        if (distinct < options.ClusterCount)
        {
            throw new TooFewPointsException(options.ClusterCount, points.Rows, distinct);
        }

        return FitAll(points, [options], options.DegreeOfParallelism, progress, cancellationToken)[0];
    }

    /// <summary>Several fits over the same points, which are known to be usable and different enough.</summary>
    internal static KMeansModel[] FitAll(
        Matrix points, IReadOnlyList<KMeansOptions> fits, int? degreeOfParallelism, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        points.Rows <= ExactLimit
            ? new KMeansSearch(points, degreeOfParallelism).Run(fits, progress, cancellationToken)
            : LargeKMeans.Run(points, fits, progress, cancellationToken);

    internal static void RequireUsable(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns == 0)
        {
            throw new ArgumentException("The points have no columns to group them by.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
    }
}
