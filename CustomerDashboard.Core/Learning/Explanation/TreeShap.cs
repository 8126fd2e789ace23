using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Exact Shapley values of trees: how a row's forecast divides among its features, each credited with the mean of what
/// learning its value changes, over all orders in which the values may become known. A value not yet known is averaged over the
/// training rows that went each way (the path-dependent form).
/// </summary>
/// <remarks>
/// S. Lundberg, G. Erion, S.-I. Lee, "Consistent individualized feature attribution for tree ensembles", 2018, for what is computed; for how,
/// G. Owen, "Multilinear extensions of games", 1972, and P. Yu et al., "Linear TreeShap", 2022.
/// Costs O(nodes x min(depth, features) / 2) for each row and tree.
/// </remarks>
public static class TreeShap
{
    /// <summary>Explains the values of a single tree: the probability, or the forecast.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public static ShapleyValues Explain(DecisionTree tree, Matrix points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        LearningData.RequirePredictable(points, tree.FeatureCount);
        return Explain([ExplainedTree.Of(tree)], 0, 1, points, cancellationToken);
    }

    /// <summary>Explains the values of a forest: the probability, or the forecast.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public static ShapleyValues Explain(DecisionForest forest, Matrix points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forest);
        LearningData.RequirePredictable(points, forest.FeatureCount);
        ExplainedTree[] trees = [.. forest.Trees.Select(ExplainedTree.Of)];
        return Explain(trees, 0, 1.0 / trees.Length, points, cancellationToken);
    }

    /// <summary>Explains the margins of boosted trees: log-odds, the forecast, or its logarithm with Tweedie's loss.</summary>
    /// <param name="ensemble">The trees.</param>
    /// <param name="points">m x d; NaN where a value is missing.</param>
    /// <param name="output">Which margin: the class where there are more than two, else 0.</param>
    /// <param name="cancellationToken">Checked between rows.</param>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such margin.</exception>
    public static ShapleyValues Explain(
        BoostedTreeEnsemble ensemble, Matrix points, int output = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfNegative(output);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(output, ensemble.OutputCount);
        LearningData.RequireColumns(points, ensemble.FeatureCount);
        MatrixGuard.RequireNotInfinite(points, null, nameof(points));
        var trees = new ExplainedTree[ensemble.RoundCount];
        for (int round = 0; round < trees.Length; round++)
        {
            trees[round] = ExplainedTree.Of(ensemble.Trees[(round * ensemble.OutputCount) + output]);
        }

        return Explain(trees, ensemble.BaseMargins[output], 1, points, cancellationToken);
    }

    private static ShapleyValues Explain(
        ExplainedTree[] trees, double start, double share, Matrix points, CancellationToken cancellationToken)
    {
        double expected = start;
        int depth = 0;
        int widest = 0;
        foreach (ExplainedTree tree in trees)
        {
            expected += share * tree.ExpectedValue;
            depth = Math.Max(depth, tree.Depth);
            widest = Math.Max(widest, tree.Points.Width);
        }

        var values = new Matrix(points.Rows, points.Columns);
        ParallelWork.Run(
            (points.Rows + ShapleyWalk.Rows - 1) / ShapleyWalk.Rows,
            null,
            piece =>
            {
                var walk = new ShapleyWalk(depth, widest, points.Columns);
                int first = piece * ShapleyWalk.Rows;
                foreach (ExplainedTree tree in trees)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    walk.Add(tree, share, points, first, Math.Min(ShapleyWalk.Rows, points.Rows - first), values);
                }
            },
            cancellationToken);
        return new ShapleyValues(expected, values);
    }
}
