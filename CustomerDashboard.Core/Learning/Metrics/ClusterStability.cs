using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// Cluster-wise stability by the bootstrap (C. Hennig, "Cluster-wise assessment of cluster stability", 2007): n points are
/// drawn with replacement, clustered, and each cluster is compared with the most similar one found. As in the author's own
/// program, a point drawn several times counts once, or methods that look at density would see crowds that are not there; a
/// resample so has about 63 % of the points. Costs B clusterings and O(B^2 n) for comparing them in pairs.
/// </summary>
public static class ClusterStability
{
    /// <summary>Below this similarity a cluster counts as dissolved.</summary>
    public const double DissolvedBelow = 0.5;

    /// <summary>Above this similarity a cluster counts as recovered.</summary>
    public const double RecoveredAbove = 0.75;

    /// <summary>Judges the clusters of a grouping.</summary>
    /// <param name="points">n x d.</param>
    /// <param name="labels">The grouping to judge: 0, 1, ... or -1 for noise.</param>
    /// <param name="fit">Clusters points in the way the grouping was made; called from several threads at once.</param>
    /// <param name="options">How many resamples, and their seed.</param>
    /// <param name="progress">Told after each resample.</param>
    /// <param name="cancellationToken">Checked before each clustering.</param>
    /// <exception cref="ArgumentException">Labels do not fit the points, a value is NaN or infinite, or there are no points.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ClusterStabilityResult Bootstrap(
        Matrix points,
        int[] labels,
        Func<Matrix, CancellationToken, IClusterModel> fit,
        ClusterStabilityOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(fit);
        options ??= new ClusterStabilityOptions();
        options.Validate();
        KMeans.RequireUsable(points);
        if (labels.Length != points.Rows || points.Rows == 0)
        {
            throw new ArgumentException($"There are {points.Rows} points and {labels.Length} labels.", nameof(labels));
        }

        int clusters = ClusterLabels.Count(labels);
        var resamples = new Resample[options.Resamples];
        int done = 0;
        ParallelWork.Run(
            resamples.Length,
            options.DegreeOfParallelism,
            i =>
            {
                resamples[i] = Resample.Draw(points, labels, clusters, fit, new RandomSource(options.Seed).Split(i), cancellationToken);
                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Drawing customers anew", (double)finished / resamples.Length, finished, "resamples"));
            },
            cancellationToken);
        double agreement = MeanAgreement(resamples, options, cancellationToken);
        return new ClusterStabilityResult(Summarise(labels, clusters, resamples), resamples.Length, agreement, Failures(resamples));
    }

    private static ClusterStabilityEntry[] Summarise(int[] labels, int clusters, Resample[] resamples)
    {
        var entries = new ClusterStabilityEntry[clusters];
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            var similarities = new double[resamples.Length];
            double sum = 0;
            int dissolved = 0;
            int recovered = 0;
            for (int i = 0; i < resamples.Length; i++)
            {
                similarities[i] = resamples[i].Similarities[cluster];
                sum += similarities[i];
                dissolved += similarities[i] < DissolvedBelow ? 1 : 0;
                recovered += similarities[i] > RecoveredAbove ? 1 : 0;
            }

            int size = 0;
            foreach (int label in labels)
            {
                size += label == cluster ? 1 : 0;
            }

            entries[cluster] = new ClusterStabilityEntry(cluster, size, sum / resamples.Length, dissolved, recovered, similarities);
        }

        return entries;
    }

    private static int Failures(Resample[] resamples)
    {
        int failed = 0;
        foreach (Resample resample in resamples)
        {
            failed += resample.Failed ? 1 : 0;
        }

        return failed;
    }

    private static double MeanAgreement(Resample[] resamples, ClusterStabilityOptions options, CancellationToken cancellationToken)
    {
        var sums = new double[resamples.Length];
        ParallelWork.Run(
            resamples.Length,
            options.DegreeOfParallelism,
            first =>
            {
                for (int second = first + 1; second < resamples.Length; second++)
                {
                    sums[first] += resamples[first].AgreementWith(resamples[second]);
                }
            },
            cancellationToken);
        return VectorSums.Sum(sums) / (resamples.Length * (resamples.Length - 1) / 2.0);
    }

    /// <summary>Points drawn anew and how they were clustered.</summary>
    /// <param name="Labels">A label for each of the n points; for those not drawn only where the model can predict.</param>
    /// <param name="Known">Which points have a label here; null for all.</param>
    /// <param name="Similarities">For each cluster that of the most similar one found.</param>
    /// <param name="Failed">Whether the points could not be clustered.</param>
    private sealed record Resample(int[] Labels, bool[]? Known, double[] Similarities, bool Failed)
    {
        public static Resample Draw(
            Matrix points, int[] labels, int clusters, Func<Matrix, CancellationToken, IClusterModel> fit, RandomSource random, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drawn = new bool[points.Rows];
            for (int i = 0; i < drawn.Length; i++)
            {
                drawn[random.NextInt(drawn.Length)] = true;
            }

            var rows = new List<int>(drawn.Length);
            var drawnLabels = new List<int>(drawn.Length);
            for (int row = 0; row < drawn.Length; row++)
            {
                if (drawn[row])
                {
                    rows.Add(row);
                    drawnLabels.Add(labels[row]);
                }
            }

            IClusterModel model;
            try
            {
                model = fit(points.SelectRows([.. rows]), cancellationToken);
            }
            catch (TooFewPointsException)
            {
                return new Resample(new int[drawn.Length], drawn, new double[clusters], Failed: true);
            }

            var similarities = new double[clusters];
            JaccardMatch[] matches = Jaccard.BestMatches([.. drawnLabels], model.Labels);
            for (int cluster = 0; cluster < matches.Length; cluster++)
            {
                similarities[cluster] = matches[cluster].Similarity;
            }

            if (model is IPredictingClusterModel predicting)
            {
                return new Resample(predicting.Predict(points), null, similarities, Failed: false);
            }

            var all = new int[drawn.Length];
            for (int i = 0; i < rows.Count; i++)
            {
                all[rows[i]] = model.Labels[i];
            }

            return new Resample(all, drawn, similarities, Failed: false);
        }

        /// <summary>The adjusted Rand index over the points that both have labels for.</summary>
        public double AgreementWith(Resample other)
        {
            if (Failed || other.Failed)
            {
                return 0;
            }

            if (Known is null && other.Known is null)
            {
                return AdjustedRandIndex.Score(Labels, other.Labels);
            }

            var first = new List<int>(Labels.Length);
            var second = new List<int>(Labels.Length);
            for (int point = 0; point < Labels.Length; point++)
            {
                if ((Known is null || Known[point]) && (other.Known is null || other.Known[point]))
                {
                    first.Add(Labels[point]);
                    second.Add(other.Labels[point]);
                }
            }

            return first.Count == 0 ? 0 : AdjustedRandIndex.Score([.. first], [.. second]);
        }
    }
}
