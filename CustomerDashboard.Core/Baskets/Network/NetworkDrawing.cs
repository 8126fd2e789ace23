using CustomerDashboard.Core.Learning.Graphs;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Draws a network, or of a very large one the nodes with most links.</summary>
internal static class NetworkDrawing
{
    /// <summary>Places the nodes; those left out are at NaN.</summary>
    public static GraphLayout Arrange(Graph graph, int[] communities, int most, int seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var options = new ForceLayoutOptions { Seed = seed };
        if (graph.NodeCount <= most)
        {
            return ForceLayout.Arrange(graph, communities, options, progress, cancellationToken);
        }

        int[] chosen = MostLinked(graph, most);
        var place = new int[graph.NodeCount];
        Array.Fill(place, -1);
        for (int i = 0; i < chosen.Length; i++)
        {
            place[chosen[i]] = i;
        }

        var edges = new List<GraphEdge>();
        var labels = new int[most];
        foreach (int node in chosen)
        {
            labels[place[node]] = communities[node];
            ReadOnlySpan<int> neighbours = graph.Neighbours(node);
            for (int i = 0; i < neighbours.Length; i++)
            {
                if (place[neighbours[i]] > place[node])
                {
                    edges.Add(new GraphEdge(place[node], place[neighbours[i]], graph.Weights(node)[i]));
                }
            }
        }

        GraphLayout drawn = ForceLayout.Arrange(Graph.FromEdges(most, edges.ToArray()), labels, options, progress, cancellationToken);
        var layout = new GraphLayout(new float[graph.NodeCount], new float[graph.NodeCount]);
        for (int node = 0; node < place.Length; node++)
        {
            layout.X[node] = place[node] < 0 ? float.NaN : drawn.X[place[node]];
            layout.Y[node] = place[node] < 0 ? float.NaN : drawn.Y[place[node]];
        }

        return layout;
    }

    private static int[] MostLinked(Graph graph, int most)
    {
        var order = new int[graph.NodeCount];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => graph.Degree(a) != graph.Degree(b) ? graph.Degree(b).CompareTo(graph.Degree(a)) : a.CompareTo(b));
        int[] chosen = order[..most];
        Array.Sort(chosen);
        return chosen;
    }
}
