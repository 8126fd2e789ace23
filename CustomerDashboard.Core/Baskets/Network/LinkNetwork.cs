using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>A network of products bought together, or of customers who bought the same, with its measures and its drawing.</summary>
public sealed record LinkNetwork
{
    /// <summary>The nodes with at least one link, in the order of the cleaned lines.</summary>
    public required IReadOnlyList<NetworkNode> Nodes { get; init; }

    /// <summary>The links, by their two ends.</summary>
    public required IReadOnlyList<NetworkLink> Links { get; init; }

    /// <summary>The same as a graph, weighted by how often both are together.</summary>
    public required Graph Graph { get; init; }

    /// <summary>The communities, the largest first.</summary>
    public required IReadOnlyList<NetworkCommunity> Communities { get; init; }

    /// <summary>How much more weight lies within communities than chance would put there.</summary>
    public required double Modularity { get; init; }

    /// <summary>The number of nodes of each connected part, the largest first.</summary>
    public required IReadOnlyList<int> ComponentSizes { get; init; }

    /// <summary>The mean over nodes of the share of pairs of neighbours that are linked.</summary>
    public required double AverageClustering { get; init; }

    /// <summary>The share of all paths of two links that a third one closes.</summary>
    public required double Transitivity { get; init; }

    /// <summary>False when betweenness is an estimate from some of the nodes.</summary>
    public required bool BetweennessIsExact { get; init; }

    /// <summary>The nodes with most links, at most five.</summary>
    public required IReadOnlyList<int> Hubs { get; init; }

    /// <summary>The nodes that hold the network together; null when all lies in one community.</summary>
    public required NetworkBridges? Bridges { get; init; }

    /// <summary>The share of all possible links that exist.</summary>
    public double Density => Graph.Density;

    /// <summary>The links of a node, the strongest first.</summary>
    public IReadOnlyList<NetworkNeighbour> NeighboursOf(int node)
    {
        var neighbours = new List<NetworkNeighbour>();
        foreach (NetworkLink link in Links)
        {
            if (link.From == node || link.To == node)
            {
                neighbours.Add(new NetworkNeighbour(link.From == node ? link.To : link.From, link));
            }
        }

        neighbours.Sort((a, b) => a.Link.Together != b.Link.Together ? b.Link.Together.CompareTo(a.Link.Together)
            : a.Link.Lift != b.Link.Lift ? b.Link.Lift.CompareTo(a.Link.Lift) : a.Node.CompareTo(b.Node));
        return neighbours;
    }

    /// <summary>The node with a code, or -1.</summary>
    public int Find(string code)
    {
        for (int i = 0; i < Nodes.Count; i++)
        {
            if (string.Equals(Nodes[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
