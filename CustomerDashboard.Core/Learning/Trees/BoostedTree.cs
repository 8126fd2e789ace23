namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>One tree of a boosted ensemble: entry 0 is the root, children come after their parent.</summary>
public sealed class BoostedTree
{
    private readonly BoostedTreeNode[] _nodes;

    internal BoostedTree(BoostedTreeNode[] nodes)
    {
        _nodes = nodes;
        var depths = new int[nodes.Length];
        for (int position = 0; position < nodes.Length; position++)
        {
            ref readonly BoostedTreeNode node = ref nodes[position];
            Depth = Math.Max(Depth, depths[position]);
            if (node.IsLeaf)
            {
                LeafCount++;
                continue;
            }

            depths[node.Left] = depths[node.Right] = depths[position] + 1;
        }
    }

    public IReadOnlyList<BoostedTreeNode> Nodes => _nodes;

    /// <summary>Splits on the longest way from the root to a leaf.</summary>
    public int Depth { get; }

    public int LeafCount { get; }

    internal ReadOnlySpan<BoostedTreeNode> Span => _nodes;

    /// <summary>The position of the leaf that a row of features falls into; a missing value (NaN) goes the way the node learned.</summary>
    public int LeafOf(ReadOnlySpan<double> features)
    {
        int position = 0;
        while (_nodes[position].Left >= 0)
        {
            ref readonly BoostedTreeNode node = ref _nodes[position];
            double value = features[node.Feature];
            bool left = double.IsNaN(value) ? node.MissingLeft : value <= node.Threshold;
            position = left ? node.Left : node.Right;
        }

        return position;
    }
}
