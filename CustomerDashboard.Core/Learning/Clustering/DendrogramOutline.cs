namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Places the top of a tree on a page.</summary>
internal static class DendrogramOutline
{
    /// <summary>The top with the given number of tips, at most the number of leaves.</summary>
    public static DendrogramTop Draw(Dendrogram tree, int tips)
    {
        int leaves = tree.LeafCount;
        int firstDrawn = leaves + leaves - tips;
        var firstLeaf = new int[leaves + tree.Merges.Count];
        for (int node = 0; node < firstLeaf.Length; node++)
        {
            firstLeaf[node] = node < leaves ? node : firstLeaf[tree.Merges[node - leaves].Left];
        }

        // The leftmost leaf of a branch gives its place among the tips.
        var places = new int[leaves];
        for (int place = 0; place < leaves; place++)
        {
            places[tree.LeafOrder[place]] = place;
        }

        List<int> nodes = TipNodes(tree, firstDrawn);
        nodes.Sort((a, b) => places[firstLeaf[a]].CompareTo(places[firstLeaf[b]]));
        var x = new double[firstLeaf.Length];
        var drawnTips = new DendrogramTip[nodes.Count];
        for (int place = 0; place < drawnTips.Length; place++)
        {
            int node = nodes[place];
            x[node] = place;
            int size = node < leaves ? tree.LeafSizes[node] : tree.Merges[node - leaves].Size;
            drawnTips[place] = new DendrogramTip(node, size, Height(tree, node), firstLeaf[node]);
        }

        var links = new DendrogramLink[firstLeaf.Length - firstDrawn];
        for (int i = 0; i < links.Length; i++)
        {
            int node = firstDrawn + i;
            DendrogramMerge merge = tree.Merges[node - leaves];
            x[node] = (x[merge.Left] + x[merge.Right]) / 2;
            links[i] = new DendrogramLink(
                node,
                x[merge.Left],
                Height(tree, merge.Left),
                x[merge.Right],
                Height(tree, merge.Right),
                merge.Height,
                merge.Size,
                firstLeaf[node]);
        }

        return new DendrogramTop(drawnTips, links);
    }

    private static List<int> TipNodes(Dendrogram tree, int firstDrawn)
    {
        int leaves = tree.LeafCount;
        var nodes = new List<int>();
        if (tree.Merges.Count == 0 || firstDrawn == leaves + tree.Merges.Count)
        {
            nodes.Add(leaves + tree.Merges.Count - 1);
            return nodes;
        }

        for (int i = firstDrawn - leaves; i < tree.Merges.Count; i++)
        {
            DendrogramMerge merge = tree.Merges[i];
            if (merge.Left < firstDrawn)
            {
                nodes.Add(merge.Left);
            }

            if (merge.Right < firstDrawn)
            {
                nodes.Add(merge.Right);
            }
        }

        return nodes;
    }

    private static double Height(Dendrogram tree, int node) => node < tree.LeafCount ? 0 : tree.Merges[node - tree.LeafCount].Height;
}
