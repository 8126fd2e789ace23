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
    /// How much each feature lowered the impurity, weighted by rows, as shares that sum to 1 (all 0 for a single leaf).
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
            double gain = (node.Count * node.Impurity) - (left.Count * left.Impurity) - (right.Count * right.Impurity);
            importances[node.Feature] += gain;
            total += gain;
        }

        for (int i = 0; total > 0 && i < importances.Length; i++)
        {
            importances[i] /= total;
        }

        return importances;
    }

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
