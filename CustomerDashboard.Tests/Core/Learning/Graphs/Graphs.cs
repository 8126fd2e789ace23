using CustomerDashboard.Core.Learning.Graphs;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Graphs;

/// <summary>Small graphs whose measures can be worked out by hand, and random ones.</summary>
internal static class Graphs
{
    /// <summary>0 - 1 - 2 - 3 - 4.</summary>
    public static Graph Path(int nodes) => Of(nodes, [.. Enumerable.Range(0, nodes - 1).Select(i => (i, i + 1))]);

    /// <summary>Node 0 linked with all others, which are not linked with each other.</summary>
    public static Graph Star(int leaves) => Of(leaves + 1, [.. Enumerable.Range(1, leaves).Select(leaf => (0, leaf))]);

    /// <summary>Two groups of five, each linked throughout, joined by the link 4 - 5.</summary>
    public static Graph TwoCliquesAndABridge()
    {
        var edges = new List<(int, int)> { (4, 5) };
        for (int i = 0; i < 5; i++)
        {
            for (int j = i + 1; j < 5; j++)
            {
                edges.Add((i, j));
                edges.Add((i + 5, j + 5));
            }
        }

        return Of(10, [.. edges]);
    }

    public static Graph Of(int nodes, params (int From, int To)[] edges) =>
        Graph.FromEdges(nodes, edges.Select(edge => new GraphEdge(edge.From, edge.To)).ToArray());

    /// <summary>A graph in which each pair is linked with the given chance, by a weight from 1 to 9.</summary>
    public static Graph Random(int nodes, double chance, int seed)
    {
        var random = new RandomSource(seed);
        var edges = new List<GraphEdge>();
        for (int i = 0; i < nodes; i++)
        {
            for (int j = i + 1; j < nodes; j++)
            {
                if (random.NextDouble() < chance)
                {
                    edges.Add(new GraphEdge(i, j, 1 + random.NextInt(9)));
                }
            }
        }

        return Graph.FromEdges(nodes, edges.ToArray());
    }
}
