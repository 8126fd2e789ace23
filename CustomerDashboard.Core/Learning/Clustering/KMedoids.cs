using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// k-medoids clustering: of the n points k are chosen as centres so that the sum of the distances of all points to the nearest
/// of them is small. It needs distances only, of any kind, is less drawn by outliers than k-means, and its centres are
/// real points. L. Kaufman, P. J. Rousseeuw, "Finding Groups in Data", 1990 (PAM); swaps as in FasterPAM (E. Schubert,
/// P. J. Rousseeuw, "Fast and eager k-medoids clustering", 2021), which tries a point against all k medoids at once.
/// Costs O(n^2) per pass over the points, and O(n^2 k) for the medoids of the first start.
/// </summary>
public static class KMedoids
{
    /// <summary>Beyond this many points all distances take more memory than a dashboard should (800 MB).</summary>
    public const int MaximumCount = 20_000;

    /// <summary>Groups points by the distances between them.</summary>
    /// <param name="distances">All pairs of n points.</param>
    /// <param name="options">How many clusters, and how hard to try.</param>
    /// <param name="progress">Told after each start.</param>
    /// <param name="cancellationToken">Checked many times a second.</param>
    /// <exception cref="TooFewPointsException">There are fewer different points than clusters.</exception>
    /// <exception cref="ArgumentException">A distance is negative, NaN or infinite, or there are too many points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static KMedoidsModel Fit(
        CondensedDistances distances, KMedoidsOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        RequireAtMost(distances.Count);
        RequireDistances(distances);
        int different = CountDifferent(distances, options.ClusterCount);
        if (different < options.ClusterCount)
        {
            throw new TooFewPointsException(options.ClusterCount, distances.Count, different);
        }

        MedoidSearch? best = null;
        for (int start = 0; start < options.Starts; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new RandomSource(options.Seed).Split(options.ClusterCount).Split(start);
            int[] medoids = start == 0
                ? MedoidSeeding.Build(distances, options.ClusterCount, options.DegreeOfParallelism, cancellationToken)
                : MedoidSeeding.Draw(distances, options.ClusterCount, random);
            var search = new MedoidSearch(distances, medoids);
            search.Improve(options.MaxPasses, options.DegreeOfParallelism, cancellationToken);
            best = best is null || search.TotalDistance < best.TotalDistance ? search : best;
            progress?.Report(new WorkProgress("Finding segments", (start + 1.0) / options.Starts, start + 1, "starts"));
        }

        return best!.ToModel();
    }

    /// <summary>Groups <paramref name="points"/> (n x d) by the straight-line distances between them.</summary>
    /// <inheritdoc cref="Fit(CondensedDistances, KMedoidsOptions, IProgress{WorkProgress}?, CancellationToken)"/>
    public static PointKMedoidsModel Fit(
        Matrix points, KMedoidsOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        KMeans.RequireUsable(points);
        RequireAtMost(points.Rows);
        cancellationToken.ThrowIfCancellationRequested();
        CondensedDistances distances = CondensedDistances.Euclidean(points, options.DegreeOfParallelism, cancellationToken);
        return new PointKMedoidsModel(Fit(distances, options, progress, cancellationToken), points);
    }

    private static void RequireAtMost(int count)
    {
        if (count > MaximumCount)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"K-Medoids compares all pairs of points and takes at most {MaximumCount:N0} of them, not {count:N0}; cluster a sample of them and assign the others to its medoids, or use K-Means."));
        }
    }

    private static void RequireDistances(CondensedDistances distances)
    {
        foreach (float distance in distances.Values)
        {
            if (!(distance >= 0 && distance < float.PositiveInfinity))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A distance must be a number of at least 0, not {distance}."), nameof(distances));
            }
        }
    }

    /// <summary>How many points stand apart from each other, counted up to a limit.</summary>
    private static int CountDifferent(CondensedDistances distances, int limit)
    {
        var kept = new List<int>();
        for (int point = 0; point < distances.Count && kept.Count < limit; point++)
        {
            bool apart = true;
            for (int i = 0; i < kept.Count && apart; i++)
            {
                apart = distances[kept[i], point] > 0;
            }

            if (apart)
            {
                kept.Add(point);
            }
        }

        return kept.Count;
    }
}
