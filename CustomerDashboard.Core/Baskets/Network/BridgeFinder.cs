using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Finds the nodes that hold the network together, and takes them away to see what is left.</summary>
internal static class BridgeFinder
{
    /// <summary>The nodes with most betweenness that have neighbours in more than one community; null when there is none.</summary>
    public static NetworkBridges? Find(Graph graph, ConnectedComponents parts, int[] communities, double[] betweenness, int most)
    {
        var joined = new int[graph.NodeCount];
        var candidates = new List<int>();
        var seen = new HashSet<int>();
        for (int node = 0; node < joined.Length; node++)
        {
            seen.Clear();
            foreach (int neighbour in graph.Neighbours(node))
            {
                seen.Add(communities[neighbour]);
            }

            joined[node] = seen.Count;
            if (seen.Count > 1 && betweenness[node] > 0)
            {
                candidates.Add(node);
            }
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        candidates.Sort((a, b) => betweenness[a] != betweenness[b] ? betweenness[b].CompareTo(betweenness[a]) : a.CompareTo(b));
        int[] bridges = [.. candidates[..Math.Min(most, candidates.Count)]];
        var without = new bool[graph.NodeCount];
        var counts = new int[bridges.Length];
        for (int i = 0; i < bridges.Length; i++)
        {
            without[bridges[i]] = true;
            counts[i] = joined[bridges[i]];
        }

        var after = ConnectedComponents.Of(graph, without);
        return new NetworkBridges(bridges, counts, parts.Sizes[0], after.Sizes.Length == 0 ? 0 : after.Sizes[0], parts.Sizes.Length, after.Sizes.Length);
    }
}
