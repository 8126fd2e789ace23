using CustomerDashboard.Core.Learning.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Graphs;

public class CentralityTests
{
    [Fact]
    public void On_a_path_the_middle_lies_between_most()
    {
        // Of the six pairs of other nodes, the middle of five lies between four, its neighbours between three, the ends between none.
        double[] values = Betweenness.Compute(Graphs.Path(5)).Values;
        Assert.Equal([0, 0.5, 4 / 6.0, 0.5, 0], values, Close);
    }

    [Fact]
    public void The_middle_of_a_star_lies_between_all()
    {
        BetweennessResult result = Betweenness.Compute(Graphs.Star(6));
        Assert.True(result.IsExact);
        Assert.Equal(1, result.Values[0], 12);
        Assert.All(result.Values[1..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_ends_of_the_bridge_between_two_cliques_lie_between_all_that_cross_it()
    {
        // From 4 others on its own side to 5 on the far side: 20 of the 36 pairs.
        double[] values = Betweenness.Compute(Graphs.TwoCliquesAndABridge()).Values;
        Assert.Equal([0, 0, 0, 0, 20 / 36.0, 20 / 36.0, 0, 0, 0, 0], values, Close);
    }

    [Fact]
    public void Betweenness_agrees_with_counting_every_shortest_way() =>
        Prop.ForAll<int, int>((seed, size) =>
        {
            Graph graph = Graphs.Random(3 + (int)((uint)size % 12), 0.3, seed);
            double[] expected = Counted(graph);
            return Betweenness.Compute(graph).Values.Zip(expected).All(pair => Close(pair.First, pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Betweenness_is_the_same_for_any_number_of_threads()
    {
        Graph graph = Graphs.Random(200, 0.05, 3);
        double[] one = Betweenness.Compute(graph, new BetweennessOptions { DegreeOfParallelism = 1 }).Values;
        Assert.Equal(one, Betweenness.Compute(graph, new BetweennessOptions { DegreeOfParallelism = 7 }).Values);
    }

    [Fact]
    public void A_graph_too_large_to_follow_is_estimated_and_says_so()
    {
        Graph graph = Graphs.Random(300, 0.05, 5);
        double[] exact = Betweenness.Compute(graph).Values;
        BetweennessResult estimate = Betweenness.Compute(graph, new BetweennessOptions { MaximumSteps = 150L * ((2 * graph.EdgeCount) + 300) });
        Assert.False(estimate.IsExact);
        Assert.Equal(150, estimate.Sources);
        Assert.InRange(exact.Zip(estimate.Values).Average(pair => Math.Abs(pair.First - pair.Second)) / exact.Average(), 0, 0.25);
    }

    [Fact]
    public void Eigenvector_centrality_settles_on_a_two_sided_graph()
    {
        // For a star of n leaves the hub has 1/sqrt(2), each leaf 1/sqrt(2n), and the eigenvalue is sqrt(n).
        EigenvectorCentrality result = EigenvectorCentrality.Compute(Graphs.Star(8));
        Assert.True(result.Converged);
        Assert.Equal(Math.Sqrt(8), result.Eigenvalue, 9);
        Assert.Equal(1 / Math.Sqrt(2), result.Values[0], 9);
        Assert.Equal(1 / Math.Sqrt(16), result.Values[5], 9);
    }

    [Fact]
    public void Eigenvector_centrality_is_an_eigenvector() =>
        Prop.ForAll<int>(seed =>
        {
            Graph graph = Graphs.Random(25, 0.25, seed);
            EigenvectorCentrality result = EigenvectorCentrality.Compute(graph);
            return Enumerable.Range(0, 25).All(node =>
            {
                double sum = 0;
                foreach (int neighbour in graph.Neighbours(node))
                {
                    sum += result.Values[neighbour];
                }

                return Math.Abs(sum - (result.Eigenvalue * result.Values[node])) < 1e-8;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PageRank_adds_up_to_one_and_follows_the_hand_worked_star()
    {
        // hub = .15/4 + .85 x leaves' ranks, leaf = .15/4 + .85 x hub / 3.
        double[] rank = PageRank.Compute(Graphs.Star(3));
        double hub = ((0.15 / 4) + (0.85 * 3 * 0.15 / 4)) / (1 - (0.85 * 0.85));
        Assert.Equal(hub, rank[0], 12);
        Assert.Equal(1, rank.Sum(), 12);
    }

    [Fact]
    public void PageRank_lets_nobody_get_lost_in_a_node_without_links()
    {
        double[] rank = PageRank.Compute(Graphs.Of(3, (0, 1)));
        Assert.Equal(1, rank.Sum(), 12);
        Assert.True(rank[2] < rank[0]);
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        Graph none = Graphs.Of(0);
        Assert.Empty(Betweenness.Compute(none).Values);
        Assert.Empty(PageRank.Compute(none));
        Assert.Empty(EigenvectorCentrality.Compute(none).Values);
        Assert.Empty(Louvain.Fit(none).Labels);
        Assert.Empty(ForceLayout.Arrange(none).X);
        Assert.Equal([0, 0], Betweenness.Compute(Graphs.Of(2, (0, 1))).Values);
    }

    /// <summary>For every pair all shortest ways, by their numbers and lengths between all pairs (Floyd and Warshall).</summary>
    private static double[] Counted(Graph graph)
    {
        int n = graph.NodeCount;
        var distance = new int[n, n];
        var ways = new double[n, n];
        for (int s = 0; s < n; s++)
        {
            for (int t = 0; t < n; t++)
            {
                distance[s, t] = s == t ? 0 : int.MaxValue / 4;
            }

            ways[s, s] = 1;
            var layer = new List<int> { s };
            for (int length = 1; layer.Count > 0; length++)
            {
                var next = new List<int>();
                foreach (int node in layer)
                {
                    foreach (int neighbour in graph.Neighbours(node))
                    {
                        if (distance[s, neighbour] > length)
                        {
                            distance[s, neighbour] = length;
                            next.Add(neighbour);
                        }

                        if (distance[s, neighbour] == length)
                        {
                            ways[s, neighbour] += ways[s, node];
                        }
                    }
                }

                layer = next;
            }
        }

        var values = new double[n];
        for (int v = 0; v < n; v++)
        {
            for (int s = 0; s < n; s++)
            {
                for (int t = s + 1; t < n; t++)
                {
                    if (s != v && t != v && ways[s, t] > 0 && distance[s, v] + distance[v, t] == distance[s, t])
                    {
                        values[v] += ways[s, v] * ways[v, t] / ways[s, t];
                    }
                }
            }

            values[v] /= (n - 1.0) * (n - 2) / 2;
        }

        return values;
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-10;
}
