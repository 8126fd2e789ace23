using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Runs the starts of one or several k-means fits over the same points, at most <see cref="KMeans.ExactLimit"/> of them, sharing
/// the threads between the starts.
/// </summary>
internal sealed class KMeansSearch
{
    private readonly PointBlocks _blocks;
    private readonly int[] _order;
    private readonly int? _degreeOfParallelism;
    private readonly double _meanVariance;

    public KMeansSearch(Matrix points, int? degreeOfParallelism)
    {
        _degreeOfParallelism = degreeOfParallelism;
        _order = SpatialOrder.Of(points);
        var ordered = new ColumnarPoints(points.SelectRows(_order));
        _blocks = new PointBlocks(ordered, new PointGroups(ordered), degreeOfParallelism: 1);
        double[] means = Preprocessing.ColumnMoments.Means(points);
        double[] variances = Preprocessing.ColumnMoments.PopulationVariances(points, means);
        _meanVariance = VectorSums.Sum(variances) / variances.Length;
    }

    /// <summary>The best model for each of the options.</summary>
    public KMeansModel[] Run(IReadOnlyList<KMeansOptions> fits, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var work = new List<(int Fit, int Start)>();
        var results = new KMeansStartResult[fits.Count][];
        for (int fit = 0; fit < fits.Count; fit++)
        {
            results[fit] = new KMeansStartResult[fits[fit].Starts];
            for (int start = 0; start < fits[fit].Starts; start++)
            {
                work.Add((fit, start));
            }
        }

        // Long pieces first, or one thread could be left with the longest at the end.
        work.Sort((a, b) => fits[a.Fit].ClusterCount != fits[b.Fit].ClusterCount
            ? fits[b.Fit].ClusterCount.CompareTo(fits[a.Fit].ClusterCount)
            : (a.Fit, a.Start).CompareTo((b.Fit, b.Start)));
        int done = 0;
        var reporting = new Lock();
        ParallelWork.Run(
            work.Count,
            _degreeOfParallelism,
            piece =>
            {
                (int fit, int start) = work[piece];
                KMeansOptions options = fits[fit];

                // The stream depends on seed, k and start alone, so k = 4 is the same whatever else is tried beside it.
                RandomSource random = new RandomSource(options.Seed).Split(options.ClusterCount).Split(start);
                results[fit][start] = KMeansStart.Run(_blocks, options, options.Tolerance * _meanVariance, random, cancellationToken);
                lock (reporting)
                {
                    done++;
                    progress?.Report(new WorkProgress("Finding segments", (double)done / work.Count, done, "fits"));
                }
            },
            cancellationToken);

        var models = new KMeansModel[fits.Count];
        ParallelWork.Run(
            fits.Count,
            _degreeOfParallelism,
            fit =>
            {
                KMeansOptions options = fits[fit];
                KMeansStartResult best = results[fit][0];
                foreach (KMeansStartResult candidate in results[fit])
                {
                    best = candidate.Inertia < best.Inertia ? candidate : best;
                }

                if (options.Swaps && _blocks.Points.Count <= KMeans.ExactLimit && options.ClusterCount > 1)
                {
                    RandomSource random = new RandomSource(options.Seed).Split(options.ClusterCount).Split(options.Starts);
                    best = KMeansSwaps.Improve(_blocks, best, options, options.Tolerance * _meanVariance, random, cancellationToken);
                }

                models[fit] = Finish(best, fits[fit].ClusterCount, cancellationToken);
            },
            cancellationToken);
        return models;
    }

    /// <summary>Puts the clusters into their lasting order and labels the points by the centroids in that order.</summary>
    private KMeansModel Finish(KMeansStartResult best, int clusters, CancellationToken cancellationToken)
    {
        int dimensions = _blocks.Points.Dimensions;
        var state = new KMeansState(_blocks, clusters, best.Centroids);
        state.Assign(cancellationToken);

        // A tie between centroids is settled by their order, so another order can move a point and with it a mean.
        const int MaximumRounds = 10;
        for (int round = 0; round < MaximumRounds; round++)
        {
            state.Recompute();
            var before = (int[])state.Counts.Clone();
            double[] ordered = CentroidOrder.Apply(CentroidOrder.Of(state.Centroids, before, dimensions), state.Centroids, dimensions);
            Array.Sort(before, (a, b) => b.CompareTo(a));
            state.Restart(ordered);
            state.Assign(cancellationToken);
            if (before.AsSpan().SequenceEqual(state.Counts))
            {
                break;
            }
        }

        int[] sizes = (int[])state.Counts.Clone();
        return new KMeansModel(
            new Matrix(clusters, dimensions, (double[])state.Centroids.Clone()),
            InGivenOrder(state.Labels),
            sizes,
            state.Inertia(),
            best.Iterations,
            best.Converged);
    }

    private int[] InGivenOrder(long[] labels)
    {
        int[] result = KMeansModel.ToLabels(labels, _blocks.Points.Count);
        var given = new int[result.Length];
        for (int i = 0; i < given.Length; i++)
        {
            given[_order[i]] = result[i];
        }

        return given;
    }
}
