using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation.Methods;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Adds to the judgement of each division what needs many more fits: the gap statistic and stability. K-Means is quick enough for
/// every k; of the other methods only the division in use is tried again. Both look at no more than <see cref="Sample"/> customers.
/// </summary>
internal static class EvidenceBuilder
{
    /// <summary>How often customers are drawn anew, and how many sets without structure are drawn.</summary>
    public const int Resamples = 10;

    /// <summary>The most customers looked at.</summary>
    public const int Sample = 2000;

    private const int Starts = 2;
    private const double GapShare = 0.4;

    public static SweepEntry[] Add(SweepEntry[] entries, IReadOnlyList<SegmentSolution> solutions, int inUse, DividerContext context)
    {
        SegmentationMethod method = context.Options.Method;
        bool inPairs = method is SegmentationMethod.Hierarchical or SegmentationMethod.KMedoids;
        if (method == SegmentationMethod.RfmScoring || (inPairs && context.Options.Distance == CustomerDistance.Gower))
        {
            // Fixed cut points divide every sample alike; Gower's distances are known for these customers only.
            return entries;
        }

        SweepEntry[] judged = [.. entries];
        int[] rows = new RandomSource(context.Options.Seed).SampleWithoutReplacement(context.Points.Rows, Math.Min(context.Points.Rows, Sample));
        Matrix points = context.Points.SelectRows(rows);
        bool quick = method is SegmentationMethod.KMeans or SegmentationMethod.MiniBatchKMeans;
        if (quick)
        {
            AddGap(judged, points, context with { Progress = PartialProgress.Of(context.Progress, 0, GapShare) });
        }

        double begin = quick ? GapShare : 0;
        int[] tried = [.. Enumerable.Range(0, judged.Length).Where(i => quick || judged[i].K == inUse)];
        for (int i = 0; i < tried.Length; i++)
        {
            IProgress<WorkProgress>? progress = PartialProgress.Of(context.Progress, begin + ((1 - begin) * i / tried.Length), begin + ((1 - begin) * (i + 1) / tried.Length));
            judged[tried[i]] = judged[tried[i]] with { Stability = StabilityOf(solutions[tried[i]], points, rows, quick, context with { Progress = progress }) };
        }

        return judged;
    }

    private static void AddGap(SweepEntry[] entries, Matrix points, DividerContext context)
    {
        int distinct = DistinctRows.CountUpTo(points, entries[^1].K + 1);
        int[] possible = [.. entries.Select(entry => entry.K).Where(k => k < distinct)];
        if (possible.Length == 0)
        {
            return;
        }

        var options = new GapStatisticOptions { Seed = context.Options.Seed, References = Resamples };
        GapResult gaps = GapStatistic.Compute(
            points, possible, (drawn, k, token) => Means(drawn, k, context.Options.Seed, token), options, context.Progress, context.Cancellation);
        for (int i = 0; i < possible.Length; i++)
        {
            entries[i] = entries[i] with { Gap = gaps.Entries[i].Gap, GapStandardError = gaps.Entries[i].StandardError };
        }
    }

    private static StabilityEntry? StabilityOf(SegmentSolution solution, Matrix points, int[] rows, bool quick, DividerContext context)
    {
        // Noise is no segment that could come back.
        int[] labels = [.. rows.Select(row => context.Customers?[row] ?? row).Select(row => solution.Noise?.Id == solution.Labels[row] ? -1 : solution.Labels[row])];
        if (labels.Max() < 0)
        {
            return null;
        }

        var options = new ClusterStabilityOptions { Resamples = Resamples, Seed = context.Options.Seed };
        ClusterStabilityResult result = ClusterStability.Bootstrap(
            points,
            labels,
            (drawn, token) => quick ? Means(drawn, solution.K, context.Options.Seed, token) : Again(drawn, solution.K, context),
            options,
            context.Progress,
            context.Cancellation);
        var jaccard = new double[solution.K];
        var dissolved = new int[solution.K];
        Array.Fill(jaccard, double.NaN);
        foreach (ClusterStabilityEntry entry in result.Clusters)
        {
            jaccard[entry.Label] = entry.MeanJaccard;
            dissolved[entry.Label] = entry.Dissolved;
        }

        return new StabilityEntry(result.Resamples, result.MeanAdjustedRand, jaccard, dissolved);
    }

    private static KMeansModel Means(Matrix points, int k, int seed, CancellationToken cancellationToken) => KMeans.Fit(
        points, new KMeansOptions { ClusterCount = k, Starts = Starts, Swaps = false, Seed = seed, DegreeOfParallelism = 1 }, null, cancellationToken);

    private static GivenClusters Again(Matrix points, int k, DividerContext context)
    {
        DensitySettings density = context.Options.Density;
        double share = (double)points.Rows / context.Points.Rows;
        DividerContext drawn = context with
        {
            Prepared = context.Prepared with { Points = points },
            Progress = null,
            Smallest = k,
            Largest = k,
            Options = context.Options with
            {
                Starts = Math.Min(context.Options.Starts, Starts),
                // Fewer customers are less dense: what a crowd must hold shrinks with them.
                Density = density with
                {
                    MinPoints = Math.Max(2, (int)Math.Round(density.MinPoints * share)),
                    MinClusterSize = density.MinClusterSize is { } size ? Math.Max(2, (int)Math.Round(size * share)) : null,
                    Epsilon = context.Epsilon,
                },
            },
        };
        return Dividers.Of(context.Options.Method).Divide(drawn) is { Failure: null, Divisions.Count: > 0 } found
            ? new GivenClusters(found.Divisions[0].Labels, found.Divisions[0].Sizes)
            : new GivenClusters([.. Enumerable.Repeat(-1, points.Rows)], []);
    }
}
