using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>The rounds of boosting: derive, draw rows and columns, grow, add, and stop when the rows held back see no more gain.</summary>
internal sealed class Boosting
{
    private const int RowStream = 0;
    private const int ColumnStream = 1;
    private const int LevelStream = 2;

    private readonly GradientBoostedTreesOptions _options;
    private readonly BoostingObjective _objective;
    private readonly FeatureBins _bins;
    private readonly BinCodes _codes;
    private readonly int[] _learned;
    private readonly int[] _watched;
    private readonly double[][] _margins;
    private readonly long[][] _pairs;
    private readonly RandomSource _random;

    private Boosting(Matrix points, BoostingObjective objective, GradientBoostedTreesOptions options, TrainingPart part, CancellationToken cancellationToken)
    {
        _options = options;
        _objective = objective;
        _learned = part.Learned;
        _watched = part.Watched;
        _bins = FeatureBins.Of(points, options.MaxBins, options.DegreeOfParallelism, cancellationToken);
        _codes = _bins.Encode(points, options.DegreeOfParallelism, cancellationToken);
        int length = BoostingObjective.PaddedLength(points.Rows);
        _margins = new double[objective.Outputs][];
        _pairs = new long[objective.Outputs][];
        for (int output = 0; output < objective.Outputs; output++)
        {
            _margins[output] = new double[length];
            _pairs[output] = new long[length];
        }

        _random = new RandomSource(options.Seed);
    }

    /// <summary>Grows the ensemble.</summary>
    public static BoostedTreeEnsemble Run(
        Matrix points,
        BoostingObjective objective,
        GradientBoostedTreesOptions options,
        TrainingPart part,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken) =>
        new Boosting(points, objective, options, part, cancellationToken).Run(points.Columns, progress, cancellationToken);

    private BoostedTreeEnsemble Run(int featureCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        double[] bases = _objective.BaseMargins(_learned);
        for (int output = 0; output < bases.Length; output++)
        {
            Array.Fill(_margins[output], bases[output]);
        }

        int[] columns = new int[featureCount];
        for (int column = 0; column < featureCount; column++)
        {
            columns[column] = column;
        }

        var grower = new BoostedTreeGrower(_codes, _bins, _options);
        var trees = new List<BoostedTree>(_options.TreeCount * bases.Length);
        var losses = new List<double>();
        int bestRound = 0;
        for (int round = 0; round < _options.TreeCount; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            GrowRound(round, columns, grower, trees, cancellationToken);
            progress?.Report(new WorkProgress("Growing trees", (round + 1.0) / _options.TreeCount, round + 1, "trees"));
            if (_watched.Length == 0)
            {
                continue;
            }

            losses.Add(_objective.Loss(_margins, _watched));
            bestRound = losses[round] < losses[bestRound] ? round : bestRound;
            if (round - bestRound >= _options.EarlyStoppingRounds)
            {
                break;
            }
        }

        if (losses.Count > 0)
        {
            trees.RemoveRange((bestRound + 1) * bases.Length, trees.Count - ((bestRound + 1) * bases.Length));
        }

        return new BoostedTreeEnsemble(featureCount, bases, [.. trees], [.. losses]);
    }

    private void GrowRound(int round, int[] columns, BoostedTreeGrower grower, List<BoostedTree> trees, CancellationToken cancellationToken)
    {
        GradientScale scale = _objective.Derive(_margins, _pairs, _options.DegreeOfParallelism, cancellationToken);
        RandomSource random = _random.Split(round);
        int[] rows = _options.RowShare < 1 ? DrawRows(random.Split(RowStream)) : _learned;
        for (int output = 0; output < _margins.Length; output++)
        {
            // Every tree draws its own columns; the classes of one round share their rows.
            int[] candidates = ColumnSample.Draw(columns, _options.ColumnShare, random.Split(ColumnStream).Split(output));
            BoostedTree tree = grower.Grow(
                _pairs[output], scale, rows, candidates, random.Split(LevelStream).Split(output), cancellationToken);
            trees.Add(tree);
            TreeScoring.Add(ScoringTree.Of(tree, _bins), _codes, _margins[output], _options.DegreeOfParallelism, cancellationToken);
        }
    }

    private int[] DrawRows(RandomSource random)
    {
        // Knuth's selection sampling: exactly so many rows, in ascending order, in one pass.
        int wanted = Math.Max(1, (int)Math.Round(_options.RowShare * _learned.Length));
        var rows = new int[wanted];
        int taken = 0;
        for (int i = 0; taken < wanted; i++)
        {
            rows[taken] = _learned[i];
            taken += (_learned.Length - i) * random.NextDouble() < wanted - taken ? 1 : 0;
        }

        return rows;
    }
}
