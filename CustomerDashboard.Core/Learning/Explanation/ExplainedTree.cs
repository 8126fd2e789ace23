using CustomerDashboard.Core.Learning.Trees;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>What explaining a tree needs of it, whatever kind it is.</summary>
internal sealed class ExplainedTree
{
    private readonly Node[] _nodes;

    private ExplainedTree(Node[] nodes)
    {
        _nodes = nodes;
        var depths = new int[nodes.Length];
        for (int position = 0; position < nodes.Length; position++)
        {
            Node node = nodes[position];
            Depth = Math.Max(Depth, depths[position]);
            if (node.Left >= 0)
            {
                depths[node.Left] = depths[node.Right] = depths[position] + 1;
            }
            else
            {
                ExpectedValue += node.Value * node.Cover / nodes[0].Cover;
            }
        }
    }

    public ReadOnlySpan<Node> Nodes => _nodes;

    public int Depth { get; }

    /// <summary>The mean of the leaves, weighted by the training rows in them.</summary>
    public double ExpectedValue { get; }

    public static ExplainedTree Of(DecisionTree tree)
    {
        var nodes = new Node[tree.Nodes.Count];
        for (int position = 0; position < nodes.Length; position++)
        {
            TreeNode node = tree.Nodes[position];
            nodes[position] = new Node(node.Left, node.Right, node.Feature, node.Threshold, false, node.Weight, node.Value);
        }

        return new ExplainedTree(nodes);
    }

    public static ExplainedTree Of(BoostedTree tree)
    {
        var nodes = new Node[tree.Nodes.Count];
        for (int position = 0; position < nodes.Length; position++)
        {
            BoostedTreeNode node = tree.Nodes[position];
            nodes[position] = new Node(node.Left, node.Right, node.Feature, node.Threshold, node.MissingLeft, node.Cover, node.Value);
        }

        return new ExplainedTree(nodes);
    }

    /// <summary>One node: where it leads, what it asks, how much of the training rows reached it and its value as a leaf.</summary>
    internal readonly record struct Node(int Left, int Right, int Feature, double Threshold, bool MissingLeft, double Cover, double Value)
    {
        public bool GoesLeft(double value) => double.IsNaN(value) ? MissingLeft : value <= Threshold;
    }
}
