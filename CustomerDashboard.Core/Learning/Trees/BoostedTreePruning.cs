namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Takes back splits that gain less than a leaf costs, from the leaves upwards, as the paper's authors do.</summary>
internal static class BoostedTreePruning
{
    /// <summary>The nodes that remain, in their old order.</summary>
    public static BoostedTreeNode[] Prune(List<BoostedTreeNode> grown, double gamma)
    {
        BoostedTreeNode[] nodes = [.. grown];
        if (!(gamma > 0))
        {
            return nodes;
        }

        for (int position = nodes.Length - 1; position >= 0; position--)
        {
            ref BoostedTreeNode node = ref nodes[position];
            if (!node.IsLeaf && nodes[node.Left].IsLeaf && nodes[node.Right].IsLeaf && node.Gain < gamma)
            {
                node = node with { Left = -1, Right = -1, Feature = -1, Threshold = double.NaN, MissingLeft = false, Gain = 0 };
            }
        }

        var places = new int[nodes.Length];
        Array.Fill(places, -1);
        var kept = new List<BoostedTreeNode>(nodes.Length);
        Reach(nodes, places);
        for (int position = 0; position < nodes.Length; position++)
        {
            if (places[position] >= 0)
            {
                BoostedTreeNode node = nodes[position];
                kept.Add(node.IsLeaf ? node : node with { Left = places[node.Left], Right = places[node.Right] });
            }
        }

        return [.. kept];
    }

    private static void Reach(BoostedTreeNode[] nodes, int[] places)
    {
        places[0] = 0;
        for (int position = 0; position < nodes.Length; position++)
        {
            if (places[position] >= 0 && !nodes[position].IsLeaf)
            {
                places[nodes[position].Left] = 0;
                places[nodes[position].Right] = 0;
            }
        }

        int next = 0;
        for (int position = 0; position < nodes.Length; position++)
        {
            places[position] = places[position] < 0 ? -1 : next++;
        }
    }
}
