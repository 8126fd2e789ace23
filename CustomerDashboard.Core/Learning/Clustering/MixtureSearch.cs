using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Runs the starts of one or several mixtures over the same points, sharing the threads between them.</summary>
internal sealed class MixtureSearch
{
    /// <summary>Beyond this many points the starts compete on a sample, and threads share the points of the best and not the starts.</summary>
    private const int SampleBeyond = 50_000;

    private const int SampleSize = 20_000;

    private readonly Matrix _points;
    private readonly PointBlocks _startBlocks;
    private readonly PointBlocks? _allBlocks;
    private readonly double[] _variances;
    private readonly int? _degreeOfParallelism;

    public MixtureSearch(Matrix points, int seed, int? degreeOfParallelism)
    {
        _points = points;
        _degreeOfParallelism = degreeOfParallelism;
        _variances = ColumnMoments.PopulationVariances(points, ColumnMoments.Means(points));
        if (points.Rows > SampleBeyond)
        {
            Matrix sample = points.SelectRows(new RandomSource(seed).SampleWithoutReplacement(points.Rows, SampleSize));
            _startBlocks = new PointBlocks(new ColumnarPoints(sample), groups: null, degreeOfParallelism: 1);
            _allBlocks = new PointBlocks(new ColumnarPoints(points), groups: null, degreeOfParallelism);
        }
        else
        {
            _startBlocks = new PointBlocks(new ColumnarPoints(points), groups: null, degreeOfParallelism: 1);
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
        var reporting = new Lock();
        ParallelWork.Run(
            work.Count,
            _degreeOfParallelism,
            piece =>
            {
                (int fit, int start) = work[piece];
                results[fit][start] = Start(fits[fit], start, cancellationToken);
                lock (reporting)
                {
                    done++;
                    progress?.Report(new WorkProgress("Fitting mixtures", (double)done / work.Count, done, "fits"));
                }
            },
            cancellationToken);

        var models = new GaussianMixtureModel?[fits.Count];
        ParallelWork.Run(
            fits.Count,
            _allBlocks is null ? _degreeOfParallelism : 1,
            fit => models[fit] = Finish(results[fit], fits[fit], cancellationToken),
            cancellationToken);
        return models;
    }

    private MixtureStartResult? Start(GaussianMixtureOptions options, int start, CancellationToken cancellationToken)
    {
        // The stream depends on seed, k and start alone, so k = 4 is the same whatever else is tried beside it.
        RandomSource random = new RandomSource(options.Seed).Split(options.Components).Split(start);
        double[] centres = new KMeansSeeding(_startBlocks).Draw(options.Components, random, cancellationToken);
        var groups = new KMeansState(_startBlocks, options.Components, centres);
        int rounds = 0;
        int wanted = start % 2 == 0 ? 100 : 1;
        KMeansDescent.Lloyd(groups, wanted, shiftTolerance: 0, ref rounds, cancellationToken);

        var shape = new MixtureShape(options.Components, _points.Columns, options.Covariance);
        return MixtureBeginning.OfGroups(shape, groups, options.Regularisation) is { } beginning
            ? Descend(_startBlocks, beginning, options, cancellationToken)
            : null;
    }

    private MixtureStartResult? Descend(
        PointBlocks blocks, MixtureParameters beginning, GaussianMixtureOptions options, CancellationToken cancellationToken)
    {
        var descent = new MixtureDescent(blocks, beginning.Shape);
        if (descent.Run(beginning, options, cancellationToken) is not { } end)
        {
            return null;
        }

        int collapsed = new MixtureCollapse(_variances, options.Regularisation).Count(end.Parameters);
        return new MixtureStartResult(end.Parameters, end.LogLikelihood, end.Iterations, end.Converged, collapsed);
    }

    private GaussianMixtureModel? Finish(MixtureStartResult?[] starts, GaussianMixtureOptions options, CancellationToken cancellationToken)
    {
        MixtureStartResult? best = null;
        int collapsedStarts = 0;
        foreach (MixtureStartResult? start in starts)
        {
            collapsedStarts += start is null || start.Collapsed > 0 ? 1 : 0;
            best = start is not null && start.IsBetterThan(best) ? start : best;
        }

        if (best is not null && _allBlocks is not null)
        {
            best = Descend(_allBlocks, best.Parameters, options, cancellationToken);
        }

        if (best is null)
        {
            return null;
        }

        (MixtureParameters parameters, int[] labels, double logLikelihood) = LargestFirst(best.Parameters, cancellationToken);
        return new GaussianMixtureModel(
            parameters,
            labels,
            logLikelihood,
            best.Iterations,
            best.Converged,
            new MixtureCollapse(_variances, options.Regularisation).Find(parameters, _points, labels),
            collapsedStarts);
    }

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
