using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// k-means that learns from small random samples (D. Sculley, "Web-scale k-means clustering", WWW 2010): each centre is the
/// running mean of the sampled points that came to it, so later batches move it less and less. Only the last step, in which
/// every point goes to its nearest centre, looks at all of them. Somewhat worse than <see cref="KMeans"/> in inertia, and meant
/// for more points than that could take in time. Costs O(b k d) per batch and O(n k d) once.
/// </summary>
/// <remarks>
/// Unlike in the paper the points sampled before the last groups of batches count half again and again, or those that came
/// while the centres still stood elsewhere would hold them back for ever; and learning stops when a group of batches comes no
/// closer to the centres than the group before.
/// </remarks>
public static class MiniBatchKMeans
{
    /// <summary>First centres are drawn from a sample of so many batches, as the reference implementations do.</summary>
    private const int BatchesPerSample = 3;

    private const int RoundsPerStart = 10;

    /// <summary>A group of batches must come closer to the centres than the one before by this factor.</summary>
    private const double LeastProgress = 0.999;

    /// <summary>Groups <paramref name="points"/> (n x d).</summary>
    /// <param name="points">The points, usually scaled.</param>
    /// <param name="options">How many clusters, and how to sample.</param>
    /// <param name="progress">Told when the centres are learned and at the end.</param>
    /// <param name="cancellationToken">Checked at every batch.</param>
    /// <returns>
    /// The clusters; the centroids are means of sampled points and so not exactly the means of their clusters, and
    /// <see cref="KMeansModel.Iterations"/> counts batches.
    /// </returns>
    /// <exception cref="TooFewPointsException">There are fewer different points than clusters.</exception>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static KMeansModel Fit(
        Matrix points, MiniBatchKMeansOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        KMeans.RequireUsable(points);
        cancellationToken.ThrowIfCancellationRequested();
        int distinct = DistinctRows.CountUpTo(points, options.ClusterCount);
        if (distinct < options.ClusterCount)
        {
            throw new TooFewPointsException(options.ClusterCount, points.Rows, distinct);
        }

        RandomSource random = new RandomSource(options.Seed).Split(options.ClusterCount);
        double[] centres = BestStart(points, options, random, cancellationToken);
        (int batches, bool converged) = Learn(points, options, centres, random.Split(options.Starts + 1), cancellationToken);
        progress?.Report(new WorkProgress("Finding segments", 0.5, batches, "batches"));
        var pass = new CentroidPass(points, options.ClusterCount, options.DegreeOfParallelism);
        KMeansModel model = LargeKMeans.Finish(points, pass, new KMeansStartResult(centres, double.NaN, batches, converged), cancellationToken);
        progress?.Report(new WorkProgress("Finding segments", 1, batches, "batches"));
        return model;
    }

    private static double[] BestStart(Matrix points, MiniBatchKMeansOptions options, RandomSource random, CancellationToken cancellationToken)
    {
        int size = (int)Math.Min(points.Rows, (long)BatchesPerSample * Math.Max(options.BatchSize, options.ClusterCount));
        var seeding = new SampledSeeding(points, size, options.ClusterCount, random.Split(0), degreeOfParallelism: 1);
        var judge = new CentroidPass(seeding.Sample, options.ClusterCount, degreeOfParallelism: 1);
        double[] best = [];
        double bestInertia = double.PositiveInfinity;
        for (int start = 0; start < options.Starts; start++)
        {
            // How good first centres are shows only after a few rounds, which cost little on a sample.
            double[] drawn = seeding.Draw(options.ClusterCount, random.Split(start + 1), cancellationToken);
            double[] centres = seeding.Refine(drawn, options.ClusterCount, RoundsPerStart, shiftTolerance: 0, cancellationToken);
            judge.Run(centres, watchTies: false, cancellationToken);
            if (judge.Inertia < bestInertia)
            {
                (best, bestInertia) = (centres, judge.Inertia);
            }
        }

        return best;
    }

    private static (int Batches, bool Converged) Learn(
        Matrix points, MiniBatchKMeansOptions options, double[] centres, RandomSource random, CancellationToken cancellationToken)
    {
        int size = Math.Min(points.Rows, options.BatchSize);
        var batch = new Matrix(size, points.Columns);
        var pass = new CentroidPass(batch, options.ClusterCount, degreeOfParallelism: 1);
        var weights = new long[options.ClusterCount];

        // One batch says little, so as many together as there is patience for are compared with those before them.
        double sum = 0;
        double before = double.PositiveInfinity;
        for (int number = 1; number <= options.MaxBatches; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int row = 0; row < size; row++)
            {
                points.Row(size == points.Rows ? row : random.NextInt(points.Rows)).CopyTo(batch.Row(row));
            }

            pass.Run(centres, watchTies: false, cancellationToken);
            Move(pass, centres, weights, points.Columns);
            sum += pass.Inertia;
            if (number % options.Patience != 0)
            {
                continue;
            }

            if (sum >= before * LeastProgress)
            {
                return (number, true);
            }

            (before, sum) = (sum, 0);
            for (int cluster = 0; cluster < weights.Length; cluster++)
            {
                weights[cluster] /= 2;
            }
        }

        return (options.MaxBatches, false);
    }

    /// <summary>Moves each centre to the mean of all points that came to it so far.</summary>
    private static void Move(CentroidPass pass, double[] centres, long[] weights, int dimensions)
    {
        for (int cluster = 0; cluster < weights.Length; cluster++)
        {
            int arrived = pass.Counts[cluster];
            if (arrived == 0)
            {
                continue;
            }

            weights[cluster] += arrived;
            for (int i = cluster * dimensions; i < (cluster + 1) * dimensions; i++)
            {
                centres[i] += (pass.Sums[i] - (arrived * centres[i])) / weights[cluster];
            }
        }
    }
}
