namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The tree of clusters as the demanded density rises, without splits that only lose a few points (R. J. G. B. Campello,
/// D. Moulavi, J. Sander, 2013). A cluster stands after its parent.
/// </summary>
internal sealed class CondensedTree
{
    private readonly List<Entry> _clusters = [];
    private readonly double _highestDensity;

    public CondensedTree(LinkageTree linkage, int items, int minClusterSize, CancellationToken cancellationToken)
    {
        ItemClusters = new int[items];
        ItemDensities = new double[items];

        // Identical points merge at distance 0. They leave with the densest of the others, or one such group would weigh infinitely.
        double smallest = linkage.SmallestDistance;
        _highestDensity = double.IsInfinity(smallest) ? 1 : 1 / smallest;
        var open = new Stack<(int Node, int Cluster)>();
        _clusters.Add(new Entry(-1, 0, 0, items, 0));
        open.Push((linkage.Root, 0));
        var parts = new List<int>();
        while (open.TryPop(out (int Node, int Cluster) next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Follow(linkage, next.Node, next.Cluster, minClusterSize, parts, open);
        }
    }

    public int Count => _clusters.Count;

    /// <summary>The cluster that each item was in last.</summary>
    public int[] ItemClusters { get; }

    /// <summary>The density at which each item left it.</summary>
    public double[] ItemDensities { get; }

    public int Parent(int cluster) => _clusters[cluster].Parent;

    public double Birth(int cluster) => _clusters[cluster].Birth;

    public double Death(int cluster) => _clusters[cluster].Death;

    public int Size(int cluster) => _clusters[cluster].Size;

    public double Stability(int cluster) => _clusters[cluster].Stability;

    /// <summary>Which clusters become the result.</summary>
    public bool[] Select(HdbscanSelection selection, bool allowSingleCluster)
    {
        var selected = new bool[Count];
        var worth = new double[Count];
        var hasParts = new bool[Count];
        var partsWorth = new double[Count];
        for (int cluster = Count - 1; cluster >= 0; cluster--)
        {
            bool allowed = cluster > 0 || allowSingleCluster;
            bool better = selection == HdbscanSelection.Leaves ? !hasParts[cluster] : Stability(cluster) >= partsWorth[cluster];
            selected[cluster] = allowed && better;
            worth[cluster] = selected[cluster] ? Stability(cluster) : partsWorth[cluster];
            if (cluster > 0)
            {
                hasParts[Parent(cluster)] = true;
                partsWorth[Parent(cluster)] += worth[cluster];
            }
        }

        // From the root down: below a selected cluster nothing else is.
        var inside = new bool[Count];
        for (int cluster = 1; cluster < Count; cluster++)
        {
            inside[cluster] = inside[Parent(cluster)] || selected[Parent(cluster)];
            selected[cluster] &= !inside[cluster];
        }

        return selected;
    }

    /// <summary>Follows a cluster from where it appears to where it ends.</summary>
    private void Follow(LinkageTree linkage, int node, int cluster, int minClusterSize, List<int> parts, Stack<(int Node, int Cluster)> open)
    {
        Entry entry = _clusters[cluster];
        double stability = 0;
        while (true)
        {
            double density = linkage.Distance(node) > 0 ? Math.Min(_highestDensity, 1 / linkage.Distance(node)) : _highestDensity;
            linkage.Parts(node, parts);
            int large = 0;
            int largeSize = 0;
            int last = -1;
            foreach (int part in parts)
            {
                if (linkage.Size(part) >= minClusterSize)
                {
                    large++;
                    largeSize += linkage.Size(part);
                    last = part;
                }
            }

            foreach (int part in parts)
            {
                if (linkage.Size(part) < minClusterSize)
                {
                    linkage.ForEachItem(part, item =>
                    {
                        ItemClusters[item] = cluster;
                        ItemDensities[item] = density;
                    });
                }
            }

            // Counted by level and not point by point, so that the sum does not depend on the order of the parts.
            int leaving = large == 1 ? linkage.Size(node) - largeSize : linkage.Size(node);
            stability += leaving * (density - entry.Birth);
            if (large == 1)
            {
                node = last;
                continue;
            }

            _clusters[cluster] = entry with { Death = density, Stability = stability };
            if (large > 1)
            {
                foreach (int part in parts)
                {
                    if (linkage.Size(part) >= minClusterSize)
                    {
                        open.Push((part, _clusters.Count));
                        _clusters.Add(new Entry(cluster, density, density, linkage.Size(part), 0));
                    }
                }
            }

            return;
        }
    }

    private sealed record Entry(int Parent, double Birth, double Death, int Size, double Stability);
}
