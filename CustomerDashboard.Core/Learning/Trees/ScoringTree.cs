namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// A boosted tree as a list of steps for a stack: a leaf puts its number on the stack, a split takes the numbers of its right and left
/// branch off and puts back the one that a row's code decides for. Numbers are taken off in that order for many rows at once, so no
/// row jumps about in memory. Trees of more leaves than a byte can number keep their nodes only.
/// </summary>
internal sealed class ScoringTree
{
    /// <summary>Leaves a byte can number.</summary>
    public const int MostLeaves = 256;

    private readonly BoostedTree _tree;
    private readonly FeatureBins _bins;

    private ScoringTree(BoostedTree tree, FeatureBins bins)
    {
        _tree = tree;
        _bins = bins;
        Steps = [];
        Values = [];
        if (tree.LeafCount > MostLeaves)
        {
            return;
        }

        var steps = new List<Step>(tree.Nodes.Count);
        var values = new List<double>(tree.LeafCount);
        Append(0, steps, values);
        Steps = [.. steps];
        Values = [.. values];
    }

    public Step[] Steps { get; }

    /// <summary>The value of each leaf, from left to right.</summary>
    public double[] Values { get; }

    /// <summary>Places needed on the stack.</summary>
    public int StackSize => _tree.Depth + 1;

    public static ScoringTree Of(BoostedTree tree, FeatureBins bins) => new(tree, bins);

    /// <summary>The value for one row of codes given column after column.</summary>
    public double Follow(ReadOnlySpan<byte> codes, int columnStride)
    {
        ReadOnlySpan<BoostedTreeNode> nodes = _tree.Span;
        int position = 0;
        while (!nodes[position].IsLeaf)
        {
            ref readonly BoostedTreeNode node = ref nodes[position];
            (int cut, int exception) = Codes(node);
            int code = codes[node.Feature * columnStride];
            position = code > cut && code != exception ? node.Right : node.Left;
        }

        return nodes[position].Value;
    }

    private void Append(int position, List<Step> steps, List<double> values)
    {
        BoostedTreeNode node = _tree.Span[position];
        if (node.IsLeaf)
        {
            steps.Add(new Step(StepKind.Leaf, 0, 0, 0, (byte)values.Count));
            values.Add(node.Value);
            return;
        }

        (int cut, int exception) = Codes(node);
        if (_tree.Span[node.Left].IsLeaf && _tree.Span[node.Right].IsLeaf)
        {
            steps.Add(new Step(StepKind.TwoLeaves, node.Feature, (byte)cut, (byte)exception, (byte)values.Count));
            values.Add(_tree.Span[node.Left].Value);
            values.Add(_tree.Span[node.Right].Value);
            return;
        }

        Append(node.Left, steps, values);
        Append(node.Right, steps, values);
        steps.Add(new Step(StepKind.Split, node.Feature, (byte)cut, (byte)exception, 0));
    }

    /// <summary>The greatest code that goes left, and the code that goes left although it is greater: 0 for none, as 0 never is greater.</summary>
    private (int Cut, int Exception) Codes(in BoostedTreeNode node)
    {
        double[] cuts = _bins.Cuts(node.Feature);
        int cut = Array.BinarySearch(cuts, node.Threshold);

        // A threshold above every cut sends all values left and only missing ones right.
        return (cut >= 0 ? cut : cuts.Length, node.MissingLeft ? _bins.MissingCode(node.Feature) : 0);
    }

    internal enum StepKind : byte
    {
        Leaf,
        TwoLeaves,
        Split,
    }

    /// <summary>One step: what it does, the column and codes it decides by, and the number of its (left) leaf.</summary>
    internal readonly record struct Step(StepKind Kind, int Feature, byte Cut, byte Exception, byte Leaf);
}
