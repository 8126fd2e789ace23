using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Fits k-means for every number of clusters of a range and judges each by silhouette, Calinski-Harabasz and Davies-Bouldin.
/// The fit of one number does not depend on the range. Costs the fits, plus one pass over all pairs of points for all silhouettes.
/// </summary>
public static class KMeansSweep
{
    /// <summary>The share of the work that the fits are told to be; the rest is comparing.</summary>
    private const double FitShare = 0.7;

    /// <summary>Runs the sweep over <paramref name="points"/> (n x d).</summary>
    /// <param name="points">The points, usually scaled.</param>
    /// <param name="options">The range.</param>
    /// <param name="progress">Told after each start and while comparing.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static KMeansSweepResult Run(
        Matrix points,
        KMeansSweepOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new KMeansSweepOptions();
        options.Validate();
        KMeans.RequireUsable(points);
        int distinct = DistinctRows.CountUpTo(points, options.MaxClusters);
        var fits = new List<KMeansOptions>();
        var skipped = new List<SkippedClusterCount>();
        for (int clusters = options.MinClusters; clusters <= options.MaxClusters; clusters++)
        {
            if (clusters <= distinct)
            {
                fits.Add(options.Options(clusters));
            }
            else
            {
                skipped.Add(new SkippedClusterCount(clusters, TooFewPointsException.Describe(clusters, points.Rows, distinct)));
            }
        }

        if (fits.Count == 0)
        {
            return new KMeansSweepResult([], skipped, ElbowDetector.Find([], []));
        }

        KMeansModel[] models = KMeans.FitAll(points, fits, options.DegreeOfParallelism, PartialProgress.Of(progress, 0, FitShare), cancellationToken);
        return Judge(points, options, models, skipped, progress, cancellationToken);
    }

    private static KMeansSweepResult Judge(
        Matrix points,
        KMeansSweepOptions options,
        KMeansModel[] models,
        List<SkippedClusterCount> skipped,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        var labelings = new int[models.Length][];
        var counts = new int[models.Length];
        var inertias = new double[models.Length];
        for (int i = 0; i < models.Length; i++)
        {
            labelings[i] = models[i].Labels;
            counts[i] = models[i].Sizes.Length;
            inertias[i] = models[i].Inertia;
        }

        IReadOnlyList<SilhouetteScore> silhouettes = Silhouette.ScoreMany(
            points,
            labelings,
            new SilhouetteOptions { Seed = options.Seed, DegreeOfParallelism = options.DegreeOfParallelism },
            PartialProgress.Of(progress, FitShare, 1),
            cancellationToken);
        var entries = new KMeansSweepEntry[models.Length];
        ParallelWork.Run(
            entries.Length,
            options.DegreeOfParallelism,
            i => entries[i] = new KMeansSweepEntry(
                counts[i],
                models[i],
                silhouettes[i],
                CalinskiHarabasz.Score(points, labelings[i]),
                DaviesBouldin.Score(points, labelings[i])),
            cancellationToken);
        return new KMeansSweepResult(entries, skipped, ElbowDetector.Find(counts, inertias));
    }
}
