using System.Collections.Concurrent;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Draws the rows of every tree and grows the trees side by side.</summary>
internal static class RandomForest
{
    private const int RowStream = 0;
    private const int ColumnStream = 1;

    /// <summary>Grows the forest, and forecasts every row by the trees that did not learn from it where that is asked for.</summary>
    public static (DecisionForest Forest, double[]? OutOfBag) Grow(
        Matrix points,
        double[] targets,
        ReadOnlySpan<double> weights,
        RandomForestOptions options,
        double impurityScale,
        int defaultTries,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        double[]? rowWeights = weights.Length == 0 ? null : weights.ToArray();
        int[] counted = LearningData.CountedRows(points.Rows, weights);
        FeatureBins bins = FeatureBins.Of(points, options.MaxBins, options.DegreeOfParallelism, cancellationToken);
        BinCodes codes = bins.Encode(points, options.DegreeOfParallelism, cancellationToken);
        var ranges = new BinRanges(points, codes);
        int tries = Math.Clamp(options.FeaturesPerSplit ?? defaultTries, 1, Math.Max(1, points.Columns));
        var random = new RandomSource(options.Seed);
        var trees = new DecisionTree[options.TreeCount];
        var inBag = new ulong[options.ScoreOutOfBag ? trees.Length : 0][];
        var growers = new ConcurrentBag<ForestTreeGrower>();
        int done = 0;
        ParallelWork.Run(
            trees.Length,
            options.DegreeOfParallelism,
            tree =>
            {
                if (!growers.TryTake(out ForestTreeGrower? grower))
                {
                    grower = new ForestTreeGrower(codes, ranges, targets, options, impurityScale, tries);
                }

                RandomSource own = random.Split(tree);
                DrawRows(grower.Weights, counted, rowWeights, options, own.Split(RowStream));
                if (options.ScoreOutOfBag)
                {
                    inBag[tree] = BitsOf(grower.Weights);
                }

                trees[tree] = grower.Grow(own.Split(ColumnStream), cancellationToken);
                growers.Add(grower);
                int grown = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Growing trees", (double)grown / trees.Length, grown, "trees"));
            },
            cancellationToken);
        var forest = new DecisionForest(trees, points.Columns);
        return (forest, options.ScoreOutOfBag ? forest.OutOfBagValues(points, inBag) : null);
    }

    private static void DrawRows(double[] treeWeights, int[] counted, double[]? rowWeights, RandomForestOptions options, RandomSource random)
    {
        Array.Clear(treeWeights);
        int draws = options.Bootstrap ? Math.Max(1, (int)Math.Round(options.RowShare * counted.Length)) : counted.Length;
        for (int draw = 0; draw < draws; draw++)
        {
            int row = counted[options.Bootstrap ? random.NextInt(counted.Length) : draw];
            treeWeights[row] += rowWeights is null ? 1 : rowWeights[row];
        }
    }

    private static ulong[] BitsOf(double[] weights)
    {
        var bits = new ulong[(weights.Length + 63) / 64];
        for (int row = 0; row < weights.Length; row++)
        {
            bits[row >> 6] |= weights[row] > 0 ? 1UL << row : 0;
        }

        return bits;
    }
}
