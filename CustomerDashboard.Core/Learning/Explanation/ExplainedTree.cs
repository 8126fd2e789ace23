using System.Runtime.InteropServices;
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

        Features = [.. nodes.Where(node => node.Left >= 0).Select(node => node.Feature).Distinct()];
        Points = ShapleyPoints.For(MostFeatures(nodes));
    }

    public ReadOnlySpan<Node> Nodes => _nodes;

    public int Depth { get; }

    /// <summary>The features asked about, each once.</summary>
    public int[] Features { get; }

    /// <summary>Points enough for the path with most different features.</summary>
    public ShapleyPoints Points { get; }

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

    private static int MostFeatures(Node[] nodes)
    {
        int most = 0;
        var path = new Dictionary<int, int>();
        var open = new Stack<(int Position, bool Leaving)>();
        open.Push((0, false));
        while (open.TryPop(out var step))
        {
            Node node = nodes[step.Position];
            if (node.Left < 0)
            {
                most = Math.Max(most, path.Count);
            }
            else if (!step.Leaving)
            {
                path[node.Feature] = path.GetValueOrDefault(node.Feature) + 1;
                open.Push((step.Position, true));
                open.Push((node.Right, false));
                open.Push((node.Left, false));
            }
            else if (--CollectionsMarshal.GetValueRefOrNullRef(path, node.Feature) == 0)
            {
                path.Remove(node.Feature);
            }
        }

        return most;
    }

    /// <summary>One node: where it leads, what it asks, how much of the training rows reached it and its value as a leaf.</summary>
    internal readonly record struct Node(int Left, int Right, int Feature, double Threshold, bool MissingLeft, double Cover, double Value)
    {
        public bool GoesLeft(double value) => double.IsNaN(value) ? MissingLeft : value <= Threshold;
    }
}
