using CustomerDashboard.Core.Learning.Graphs;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Makes a network of chosen links: measures every node, finds communities, hubs and bridges, and draws it.</summary>
internal static class NetworkBuilder
{
    /// <summary>More nodes than this are not drawn: nobody could tell them apart.</summary>
    public const int MostDrawn = 1_500;

    private const int Named = 5;

    /// <summary>Builds the network.</summary>
    /// <param name="table">The baskets, for codes, names and frequencies.</param>
    /// <param name="links">The links, their ends numbered as items, by From and then To.</param>
    /// <param name="items">The number of each item in the cleaned lines; null when it is the same.</param>
    /// <param name="resolution">Of the communities.</param>
    /// <param name="seed">Of communities and drawing.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static LinkNetwork Build(
        BasketTable table, IReadOnlyList<NetworkLink> links, int[]? items, double resolution, int seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        int[] linked = Linked(table.ProductCount, links, out int[] nodeOf);
        var edges = new GraphEdge[links.Count];
        var renumbered = new NetworkLink[links.Count];
        for (int i = 0; i < edges.Length; i++)
        {
            NetworkLink link = links[i];
            renumbered[i] = link with { From = nodeOf[link.From], To = nodeOf[link.To] };
            edges[i] = new GraphEdge(renumbered[i].From, renumbered[i].To, link.Together);
        }

        Graph graph = Graph.FromEdges(linked.Length, edges);
        var parts = ConnectedComponents.Of(graph);
        LouvainResult communities = Louvain.Fit(
            graph, new LouvainOptions { Seed = seed, Resolution = resolution }, PartialProgress.Of(progress, .3, .4), cancellationToken);
        BetweennessResult betweenness = Betweenness.Compute(graph, new BetweennessOptions { Seed = seed }, PartialProgress.Of(progress, .4, .7), cancellationToken);
        EigenvectorCentrality eigenvector = EigenvectorCentrality.Compute(graph, cancellationToken: cancellationToken);
        double[] rank = PageRank.Compute(graph, cancellationToken: cancellationToken);
        var clustering = ClusteringCoefficient.Compute(graph, cancellationToken);
        GraphLayout layout = NetworkDrawing.Arrange(graph, communities.Labels, MostDrawn, seed, PartialProgress.Of(progress, .7, 1), cancellationToken);
        var nodes = new NetworkNode[linked.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new NetworkNode
            {
                Item = items is null ? linked[i] : items[linked[i]],
                Code = table.ProductCodes[linked[i]],
                Name = table.ProductNames[linked[i]].Trim(),
                Occurrences = table.ProductBaskets[linked[i]],
                Degree = graph.Degree(i),
                DegreeCentrality = graph.Degree(i) / (graph.NodeCount - 1.0),
                Strength = graph.Strength(i),
                Betweenness = betweenness.Values[i],
                Eigenvector = eigenvector.Values[i],
                PageRank = rank[i],
                Clustering = clustering.Values[i],
                Component = parts.Labels[i],
                Community = communities.Labels[i],
                X = layout.X[i],
                Y = layout.Y[i],
            };
        }

        return new LinkNetwork
        {
            Nodes = nodes,
            Links = renumbered,
            Graph = graph,
            Communities = CommunityDescriber.Describe(graph, communities, nodes),
            Modularity = communities.Modularity,
            ComponentSizes = parts.Sizes,
            AverageClustering = clustering.Average,
            Transitivity = clustering.Transitivity,
            BetweennessIsExact = betweenness.IsExact,
            Hubs = Hubs(nodes),
            Bridges = BridgeFinder.Find(graph, parts, communities.Labels, betweenness.Values, Named),
        };
    }

    /// <summary>The items with a link, ascending, and the place of each.</summary>
    private static int[] Linked(int items, IReadOnlyList<NetworkLink> links, out int[] nodeOf)
    {
        nodeOf = new int[items];
        foreach (NetworkLink link in links)
        {
            nodeOf[link.From] = nodeOf[link.To] = 1;
        }

        var linked = new List<int>();
        for (int item = 0; item < items; item++)
        {
            if (nodeOf[item] == 1)
            {
                nodeOf[item] = linked.Count;
                linked.Add(item);
            }
        }

        return [.. linked];
    }

    private static int[] Hubs(NetworkNode[] nodes)
    {
        var order = new int[nodes.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => nodes[a].Degree != nodes[b].Degree ? nodes[b].Degree.CompareTo(nodes[a].Degree)
            : nodes[a].Strength != nodes[b].Strength ? nodes[b].Strength.CompareTo(nodes[a].Strength) : a.CompareTo(b));
        return order[..Math.Min(Named, order.Length)];
    }
}
