using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>The trees of a random forest; a row's value is the mean of the leaves it falls into.</summary>
public sealed class DecisionForest
{
    private const int RowsPerPiece = 256;

    private readonly DecisionTree[] _trees;

    internal DecisionForest(DecisionTree[] trees, int featureCount)
    {
        _trees = trees;
        FeatureCount = featureCount;
    }

    public IReadOnlyList<DecisionTree> Trees => _trees;

    public int FeatureCount { get; }

    /// <summary>The mean of the trees' importances: how much each feature lowered the impurity, as shares that sum to 1.</summary>
    public double[] FeatureImportances()
    {
        var importances = new double[FeatureCount];
        double total = 0;
        foreach (DecisionTree tree in _trees)
        {
            double[] shares = tree.FeatureImportances();
            for (int feature = 0; feature < shares.Length; feature++)
            {
                importances[feature] += shares[feature];
                total += shares[feature];
            }
        }

        for (int feature = 0; total > 0 && feature < importances.Length; feature++)
        {
            importances[feature] /= total;
        }

        return importances;
    }

    internal double[] Values(Matrix points)
    {
        var values = new double[points.Rows];
        ForRows(points.Rows, (start, end) =>
        {
            foreach (DecisionTree tree in _trees)
            {
                ReadOnlySpan<TreeNode> nodes = tree.Span;
                for (int row = start; row < end; row++)
                {
                    values[row] += nodes[tree.LeafOf(points.Row(row))].Value;
                }
            }

            for (int row = start; row < end; row++)
            {
                values[row] /= _trees.Length;
            }
        });
        return values;
    }

    /// <summary>For each training row the mean over the trees that did not learn from it; NaN where every tree did.</summary>
    internal double[] OutOfBagValues(Matrix points, ulong[][] inBag)
    {
        var values = new double[points.Rows];
        ForRows(points.Rows, (start, end) =>
        {
            var counts = new int[end - start];
            for (int i = 0; i < _trees.Length; i++)
            {
                ReadOnlySpan<TreeNode> nodes = _trees[i].Span;
                for (int row = start; row < end; row++)
                {
                    if ((inBag[i][row >> 6] & (1UL << row)) == 0)
                    {
                        values[row] += nodes[_trees[i].LeafOf(points.Row(row))].Value;
                        counts[row - start]++;
                    }
                }
            }

            for (int row = start; row < end; row++)
            {
                values[row] = counts[row - start] == 0 ? double.NaN : values[row] / counts[row - start];
            }
        });
        return values;
    }

    private static void ForRows(int rows, Action<int, int> body) => ParallelWork.Run(
        (rows + RowsPerPiece - 1) / RowsPerPiece,
        null,
        piece => body(piece * RowsPerPiece, Math.Min((piece + 1) * RowsPerPiece, rows)),
        CancellationToken.None);
}
