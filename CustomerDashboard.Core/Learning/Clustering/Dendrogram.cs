using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// A tree of n leaves and n - 1 merges, the lowest first; what SciPy calls a linkage matrix. Cutting, ordering and shortening it cost O(n).
/// </summary>
public sealed class Dendrogram
{
    private readonly int[] _leafSizes;
    private readonly DendrogramMerge[] _merges;

    private Dendrogram(int[] leafSizes, DendrogramMerge[] merges)
    {
        _leafSizes = leafSizes;
        _merges = merges;
        LeafOrder = new int[leafSizes.Length];
        GapHeights = new double[Math.Max(0, leafSizes.Length - 1)];
        Arrange();
    }

    /// <summary>How many leaves there are.</summary>
    public int LeafCount => _leafSizes.Length;

    /// <summary>How many points each leaf stands for: 1, unless the points were grouped first.</summary>
    public IReadOnlyList<int> LeafSizes => _leafSizes;

    /// <summary>The merges by ascending height.</summary>
    public IReadOnlyList<DendrogramMerge> Merges => _merges;

    /// <summary>The leaves from left to right such that no branches cross.</summary>
    public int[] LeafOrder { get; }

    /// <summary>The height at which the leaves at places p and p + 1 of <see cref="LeafOrder"/> are joined.</summary>
    internal double[] GapHeights { get; }

    /// <summary>The label of each leaf when the tree is cut into <paramref name="clusters"/> branches, the one of the most points first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many leaves, or the number is not positive.</exception>
    public int[] Cut(int clusters)
    {
        RequirePossible(clusters);

        var root = new int[LeafCount + (LeafCount - clusters)];
        Array.Fill(root, -1);
        for (int node = root.Length - 1; node >= 0; node--)
        {
            root[node] = root[node] < 0 ? node : root[node];
            if (node >= LeafCount)
            {
                DendrogramMerge merge = _merges[node - LeafCount];
                root[merge.Left] = root[node];
                root[merge.Right] = root[node];
            }
        }

        return Number(root);
    }

    /// <summary>The label of each leaf when the branches above <paramref name="height"/> are cut: leaves joined at it or below stay together.</summary>
    public int[] CutAt(double height) => Cut(ClustersAt(height));

    /// <summary>How many branches a cut at <paramref name="height"/> leaves.</summary>
    public int ClustersAt(double height)
    {
        int clusters = LeafCount;
        foreach (DendrogramMerge merge in _merges)
        {
            clusters -= merge.Height <= height ? 1 : 0;
        }

        return clusters;
    }

    /// <summary>A height at which a cut leaves <paramref name="clusters"/> branches: half way between the merges below and above it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many leaves, or the number is not positive.</exception>
    public double HeightOf(int clusters)
    {
        RequirePossible(clusters);

        double below = clusters == LeafCount ? 0 : _merges[LeafCount - clusters - 1].Height;
        double above = clusters == 1 ? below * 1.05 : _merges[LeafCount - clusters].Height;
        return (below + above) / 2;
    }

    /// <summary>The last merges, with at most <paramref name="tips"/> branches below them, for drawing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of tips is not positive.</exception>
    public DendrogramTop Top(int tips)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tips);
        return DendrogramOutline.Draw(this, Math.Min(tips, LeafCount));
    }

    /// <summary>
    /// Builds the tree from its merges in any order, each naming a leaf of either side; equal heights keep their order.
    /// </summary>
    internal static Dendrogram FromMerges(int[] leafSizes, LeafMerge[] merges)
    {
        int leaves = leafSizes.Length;
        var order = new int[merges.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => merges[a].Height != merges[b].Height ? merges[a].Height.CompareTo(merges[b].Height) : a.CompareTo(b));
        var parents = new int[leaves + merges.Length];
        var sizes = new int[parents.Length];
        leafSizes.CopyTo(sizes, 0);
        for (int node = 0; node < parents.Length; node++)
        {
            parents[node] = node;
        }

        var sorted = new DendrogramMerge[merges.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            LeafMerge merge = merges[order[i]];
            int first = Root(parents, merge.First);
            int second = Root(parents, merge.Second);
            int node = leaves + i;
            parents[first] = node;
            parents[second] = node;
            sizes[node] = sizes[first] + sizes[second];
            sorted[i] = new DendrogramMerge(Math.Min(first, second), Math.Max(first, second), merge.Height, sizes[node]);
        }

        return new Dendrogram(leafSizes, sorted);
    }

    private void RequirePossible(int clusters)
    {
        if (clusters < 1 || clusters > LeafCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(clusters), clusters, $"A tree of {LeafCount} leaves can be cut into 1 to {LeafCount} clusters.");
        }
    }

    private static int Root(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }

        return node;
    }

    private void Arrange()
    {
        var leaves = new int[LeafCount + _merges.Length];
        var starts = new int[leaves.Length];
        leaves.AsSpan(0, LeafCount).Fill(1);
        for (int i = 0; i < _merges.Length; i++)
        {
            leaves[LeafCount + i] = leaves[_merges[i].Left] + leaves[_merges[i].Right];
        }

        for (int i = _merges.Length - 1; i >= 0; i--)
        {
            DendrogramMerge merge = _merges[i];
            starts[merge.Left] = starts[LeafCount + i];
            starts[merge.Right] = starts[LeafCount + i] + leaves[merge.Left];
            GapHeights[starts[merge.Right] - 1] = merge.Height;
        }

        for (int leaf = 0; leaf < LeafCount; leaf++)
        {
            LeafOrder[starts[leaf]] = leaf;
        }
    }

    private int[] Number(int[] root)
    {
        var sizes = new long[root.Length];
        var firsts = new List<int>();
        for (int leaf = 0; leaf < LeafCount; leaf++)
        {
            if (sizes[root[leaf]] == 0)
            {
                firsts.Add(leaf);
            }

            sizes[root[leaf]] += _leafSizes[leaf];
        }

        firsts.Sort((a, b) => sizes[root[a]] != sizes[root[b]] ? sizes[root[b]].CompareTo(sizes[root[a]]) : a.CompareTo(b));
        var numbers = new int[root.Length];
        for (int label = 0; label < firsts.Count; label++)
        {
            numbers[root[firsts[label]]] = label;
        }

        var labels = new int[LeafCount];
        for (int leaf = 0; leaf < LeafCount; leaf++)
        {
            labels[leaf] = numbers[root[leaf]];
        }

        return labels;
    }
}
