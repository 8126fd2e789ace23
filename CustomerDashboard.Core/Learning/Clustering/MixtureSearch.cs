using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Runs the starts of one or several mixtures over the same points, sharing the threads between them.</summary>
internal sealed class MixtureSearch
{
    /// <summary>Beyond this many points the starts compete on a sample, and threads share the points of the best and not the starts.</summary>
    private const int SampleBeyond = 50_000;

    private const int SampleSize = 20_000;

    /// <summary>The share of the work that the starts are told to be; the rest is improving the best.</summary>
    private const double StartShare = 0.4;

    /// <summary>The change of the log-likelihood per point at which a start is compared with the others.</summary>
    private const double Rough = 1e-3;

    private readonly Matrix _points;
    private readonly PointBlocks _startBlocks;
    private readonly PointBlocks? _allBlocks;
    private readonly double[] _origin;
    private readonly MixtureCollapse _collapse;
    private readonly MixtureDescent _descent;
    private readonly int? _degreeOfParallelism;

    public MixtureSearch(Matrix points, int mostComponents, int seed, int? degreeOfParallelism)
    {
        _points = points;
        _degreeOfParallelism = degreeOfParallelism;
        _origin = ColumnMoments.Means(points);
        _collapse = new MixtureCollapse(points);
        _descent = new MixtureDescent(_collapse);
        _startBlocks = new PointBlocks(new ColumnarPoints(points), groups: null, degreeOfParallelism: 1);
        if (points.Rows > SampleBeyond)
        {
            Matrix sample = points.SelectRows(new RandomSource(seed).SampleWithoutReplacement(points.Rows, SampleSize));
            if (DistinctRows.CountUpTo(sample, mostComponents) == mostComponents)
            {
                _allBlocks = new PointBlocks(_startBlocks.Points, groups: null, degreeOfParallelism);
                _startBlocks = new PointBlocks(new ColumnarPoints(sample), groups: null, degreeOfParallelism: 1);
            }
        }
    }

    /// <summary>The best model for each of the options; null where every start lost the inverse of a covariance.</summary>
    public GaussianMixtureModel?[] Run(
        IReadOnlyList<GaussianMixtureOptions> fits, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var work = new List<(int Fit, int Start)>();
        var results = new MixtureStartResult?[fits.Count][];
        for (int fit = fits.Count - 1; fit >= 0; fit--)
        {
            // Mixtures of many components come first, or one thread could be left with the longest at the end.
            results[fit] = new MixtureStartResult?[fits[fit].Starts];
            for (int start = 0; start < fits[fit].Starts; start++)
            {
                work.Add((fit, start));
            }
        }

        int done = 0;
        double share = 0;
        var reporting = new Lock();
        ParallelWork.Run(
            work.Count,
            _degreeOfParallelism,
            piece =>
            {
                (int fit, int start) = work[piece];
                results[fit][start] = Start(fits[fit], start, cancellationToken);
                Report(StartShare / work.Count);
            },
            cancellationToken);

        var models = new GaussianMixtureModel?[fits.Count];
        ParallelWork.Run(
            fits.Count,
            _allBlocks is null ? _degreeOfParallelism : 1,
            piece =>
            {
                int fit = fits.Count - 1 - piece;
                models[fit] = Finish(results[fit], fits[fit], cancellationToken);
                Report((1 - StartShare) / fits.Count);
            },
            cancellationToken);
        return models;

        void Report(double more)
        {
            lock (reporting)
            {
                share += more;
                done++;
                progress?.Report(new WorkProgress("Fitting mixtures", done == work.Count + fits.Count ? 1 : share, done, "fits"));
            }
        }
    }

    /// <summary>One start: centres drawn by k-means++ and the groups nearest to them, improved roughly.</summary>
    private MixtureStartResult? Start(GaussianMixtureOptions options, int start, CancellationToken cancellationToken)
    {
        // Groups improved by k-means first would begin nearly alike in every start, and all would end in the same few places.
        RandomSource random = Stream(options, start);
        double[] centres = new KMeansSeeding(_startBlocks).Draw(options.Components, random, cancellationToken);
        var groups = new KMeansState(_startBlocks, options.Components, centres);
        groups.Assign(cancellationToken);
        var shape = new MixtureShape(options.Components, _points.Columns, options.Covariance);
        return MixtureBeginning.OfGroups(shape, groups, _origin, options.Regularisation) is { } beginning
            ? _descent.Run(_startBlocks, beginning, options, Rough, cancellationToken)
            : null;
    }

    private GaussianMixtureModel? Finish(MixtureStartResult?[] starts, GaussianMixtureOptions options, CancellationToken cancellationToken)
    {
        MixtureStartResult? best = null;
        int narrowStarts = 0;
        foreach (MixtureStartResult? start in starts)
        {
            narrowStarts += start is null || start.IsNarrow ? 1 : 0;
            best = start is not null && start.IsBetterThan(best) ? start : best;
        }

        if (best is not null && options.Components > 1)
        {
            best = new MixtureSwaps(_startBlocks, _descent).Improve(best, options, Stream(options, options.Starts), cancellationToken);
        }

        if (best is null
            || _descent.Continue(_allBlocks ?? _startBlocks, best, options, options.Tolerance, cancellationToken) is not { } end)
        {
            return null;
        }

        // What only now becomes narrow was better left where it was.
        best = end.IsNarrow && !best.IsNarrow ? best : end;
        (MixtureParameters parameters, int[] labels, double logLikelihood) = LargestFirst(best.Parameters, cancellationToken);
        return new GaussianMixtureModel(
            parameters,
            labels,
            logLikelihood,
            best.Iterations,
            best.Converged,
            _collapse.Find(parameters, options.Regularisation, _points, labels),
            narrowStarts);
    }

    // The stream depends on seed, k and start alone, so k = 4 is the same whatever else is tried beside it.
    private static RandomSource Stream(GaussianMixtureOptions options, int start) =>
        new RandomSource(options.Seed).Split(options.Components).Split(start);

    /// <summary>Orders the components by the number of their points and labels the points in that order.</summary>
    private (MixtureParameters Parameters, int[] Labels, double LogLikelihood) LargestFirst(
        MixtureParameters parameters, CancellationToken cancellationToken)
    {
        PointBlocks blocks = _allBlocks ?? _startBlocks;
        (int[] labels, double logLikelihood) = MixtureAssignment.Label(blocks, parameters, cancellationToken);

        // A tie between components is settled by their order, so another order can move a point between two that are the same.
        const int MaximumRounds = 10;
        for (int round = 0; round < MaximumRounds; round++)
        {
            var sizes = new int[parameters.Shape.Components];
            var order = new int[sizes.Length];
            foreach (int label in labels)
            {
                sizes[label]++;
            }

            for (int component = 0; component < order.Length; component++)
            {
                order[component] = component;
            }

            MixtureParameters current = parameters;
            Array.Sort(order, (a, b) => sizes[a] != sizes[b] ? sizes[b].CompareTo(sizes[a]) : current.CompareMeans(a, b));
            if (order.AsSpan().SequenceEqual(Enumerable.Range(0, order.Length).ToArray()))
            {
                break;
            }

            parameters = parameters.Reorder(order);
            (labels, logLikelihood) = MixtureAssignment.Label(blocks, parameters, cancellationToken);
        }

        return (parameters, labels, logLikelihood);
    }
}
