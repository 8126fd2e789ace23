using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Boosted trees and the margins they start from: a row's margin is the base margin plus the value of the leaf it falls into in
/// every tree. With several outputs the trees of a round follow each other, one for each output.
/// </summary>
public sealed class BoostedTreeEnsemble
{
    private readonly BoostedTree[] _trees;
    private readonly double[] _baseMargins;
    private readonly double[] _validationLosses;
    private readonly FeatureBins _bins;
    private readonly ScoringTree[][] _scoring;

    internal BoostedTreeEnsemble(int featureCount, double[] baseMargins, BoostedTree[] trees, double[] validationLosses)
    {
        FeatureCount = featureCount;
        _baseMargins = baseMargins;
        _trees = trees;
        _validationLosses = validationLosses;
        _bins = ThresholdsOf(trees, featureCount);
        _scoring = new ScoringTree[baseMargins.Length][];
        for (int output = 0; output < _scoring.Length; output++)
        {
            _scoring[output] = new ScoringTree[trees.Length / baseMargins.Length];
            for (int round = 0; round < _scoring[output].Length; round++)
            {
                _scoring[output][round] = ScoringTree.Of(trees[(round * baseMargins.Length) + output], _bins);
            }
        }
    }

    public int FeatureCount { get; }

    public IReadOnlyList<BoostedTree> Trees => _trees;

    /// <summary>Margins per row: 1, or the number of classes where there are more than two.</summary>
    public int OutputCount => _baseMargins.Length;

    /// <summary>Rounds of boosting kept.</summary>
    public int RoundCount => _trees.Length / OutputCount;

    public IReadOnlyList<double> BaseMargins => _baseMargins;

    /// <summary>
    /// The mean loss on the rows held back, after each round grown, those thrown away at the end included; empty without early stopping.
    /// </summary>
    public IReadOnlyList<double> ValidationLosses => _validationLosses;

    /// <summary>The ensemble as it was after the first rounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many rounds.</exception>
    public BoostedTreeEnsemble FirstRounds(int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, RoundCount);
        return new BoostedTreeEnsemble(FeatureCount, _baseMargins, _trees[..(rounds * OutputCount)], _validationLosses);
    }

    /// <summary>The margins of every row: one array per output. NaN is a missing value.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is infinite.</exception>
    public double[][] Margins(Matrix points, CancellationToken cancellationToken = default)
    {
        LearningData.RequireColumns(points, FeatureCount);
        MatrixGuard.RequireNotInfinite(points, null, nameof(points));
        var margins = new double[OutputCount][];
        for (int output = 0; output < margins.Length; output++)
        {
            margins[output] = new double[points.Rows];
            Array.Fill(margins[output], _baseMargins[output]);
        }

        TreeScoring.Add(_scoring, _bins, points, margins, cancellationToken);
        return margins;
    }

    /// <summary>What each feature is credited with, as shares that sum to 1 (all 0 where no tree splits).</summary>
    public double[] FeatureImportances(ImportanceKind kind)
    {
        var importances = new double[FeatureCount];
        double total = 0;
        foreach (BoostedTree tree in _trees)
        {
            foreach (BoostedTreeNode node in tree.Span)
            {
                if (!node.IsLeaf)
                {
                    double credit = kind switch { ImportanceKind.Gain => node.Gain, ImportanceKind.Cover => node.Cover, _ => 1 };
                    importances[node.Feature] += credit;
                    total += credit;
                }
            }
        }

        for (int i = 0; total > 0 && i < importances.Length; i++)
        {
            importances[i] /= total;
        }

        return importances;
    }

    /// <summary>The thresholds the trees ask about, as bins: rows are coded once and followed on codes.</summary>
    private static FeatureBins ThresholdsOf(BoostedTree[] trees, int featureCount)
    {
        var thresholds = new SortedSet<double>[featureCount];
        foreach (BoostedTree tree in trees)
        {
            foreach (BoostedTreeNode node in tree.Span)
            {
                if (!node.IsLeaf && node.Threshold < double.MaxValue)
                {
                    (thresholds[node.Feature] ??= []).Add(node.Threshold);
                }
            }
        }

        return new FeatureBins(Array.ConvertAll(thresholds, set => set is null ? [] : set.ToArray()));
    }
}
