using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>The nodes of a grown tree: entry 0 is the root, a left child follows its parent directly.</summary>
public sealed class DecisionTree
{
    private readonly TreeNode[] _nodes;

    internal DecisionTree(TreeNode[] nodes, int featureCount)
    {
        _nodes = nodes;
        FeatureCount = featureCount;
        foreach (TreeNode node in nodes)
        {
            Depth = Math.Max(Depth, node.Depth);
            LeafCount += node.IsLeaf ? 1 : 0;
        }
    }

    public IReadOnlyList<TreeNode> Nodes => _nodes;

    public int FeatureCount { get; }

    /// <summary>Splits on the longest way from the root to a leaf.</summary>
    public int Depth { get; }

    public int LeafCount { get; }

    /// <summary>The position of the leaf that a row of features falls into.</summary>
    public int LeafOf(ReadOnlySpan<double> features)
    {
        int position = 0;
        while (_nodes[position].Left >= 0)
        {
            ref readonly TreeNode node = ref _nodes[position];
            position = features[node.Feature] <= node.Threshold ? node.Left : node.Right;
        }

        return position;
    }

    /// <summary>
    /// How much each feature lowered the impurity, weighted by the rows' weights, as shares that sum to 1 (all 0 for a single leaf).
    /// </summary>
    public double[] FeatureImportances()
    {
        var importances = new double[FeatureCount];
        double total = 0;
        foreach (TreeNode node in _nodes)
        {
            if (node.IsLeaf)
            {
                continue;
            }

            TreeNode left = _nodes[node.Left];
            TreeNode right = _nodes[node.Right];
            double gain = (node.Weight * node.Impurity) - (left.Weight * left.Impurity) - (right.Weight * right.Impurity);
            importances[node.Feature] += gain;
            total += gain;
        }

        for (int i = 0; total > 0 && i < importances.Length; i++)
        {
            importances[i] /= total;
        }

        return importances;
    }

    /// <summary>
    /// The tree after cost-complexity pruning: splits that lower the impurity, as a share of the root's rows, by less than
    /// <paramref name="strength"/> for each leaf they cost are taken back.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The strength is negative.</exception>
    public DecisionTree Prune(double strength) => CostComplexityPruning.Prune(this, strength);

    /// <summary>The trees that pruning ever more strongly leads through, down to the root alone.</summary>
    public IReadOnlyList<PruningStep> PruningPath() => CostComplexityPruning.Path(this);

    internal ReadOnlySpan<TreeNode> Span => _nodes;

    internal double[] Values(Matrix points)
    {
        var result = new double[points.Rows];
        for (int row = 0; row < result.Length; row++)
        {
            result[row] = _nodes[LeafOf(points.Row(row))].Value;
        }

        return result;
    }
}
