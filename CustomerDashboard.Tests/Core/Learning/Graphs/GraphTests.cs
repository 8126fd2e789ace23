using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Tests.Core.Learning.Graphs;

public class GraphTests
{
    [Fact]
    public void Neighbours_come_in_order_with_their_weights()
    {
        Graph graph = Graph.FromEdges(4, [new GraphEdge(2, 0, 5), new GraphEdge(0, 1, 7), new GraphEdge(3, 0, 2)]);
        Assert.Equal([1, 2, 3], graph.Neighbours(0).ToArray());
        Assert.Equal([7, 5, 2], graph.Weights(0).ToArray());
        Assert.Equal(14, graph.Strength(0));
        Assert.Equal([0], graph.Neighbours(2).ToArray());
        Assert.Equal(0.5, graph.Density);
    }

    [Theory]
    [InlineData(0, 4, 1.0, "only nodes 0 to 2")]
    [InlineData(1, 1, 1.0, "to itself")]
    [InlineData(0, 1, 0.0, "positive")]
    [InlineData(0, 1, double.NaN, "positive")]
    public void A_link_that_cannot_be_is_refused(int from, int to, double weight, string words)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Graph.FromEdges(3, [new GraphEdge(from, to, weight)]));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_comes_twice_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Graphs.Of(3, (0, 1), (1, 0)));
        Assert.Contains("twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_numbered_by_size_and_may_be_found_without_some_nodes()
    {
        Graph graph = Graphs.Of(7, (5, 6), (1, 2), (2, 3), (3, 4));
        var parts = ConnectedComponents.Of(graph);
        Assert.Equal([4, 2, 1], parts.Sizes);
        Assert.Equal([2, 0, 0, 0, 0, 1, 1], parts.Labels);
        bool[] without = [false, false, false, true, false, false, false];
        var split = ConnectedComponents.Of(graph, without);
        Assert.Equal([2, 2, 1, 1], split.Sizes);
        Assert.Equal(-1, split.Labels[3]);
    }

    [Fact]
    public void Clustering_counts_triangles()
    {
        // A triangle 0 1 2 with a tail 2 - 3: node 2 has three neighbours of which one pair is linked.
        var clustering = ClusteringCoefficient.Compute(Graphs.Of(4, (0, 1), (1, 2), (0, 2), (2, 3)));
        Assert.Equal([1, 1, 1 / 3.0, 0], clustering.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(3 / 5.0, clustering.Transitivity, 12);
        Assert.Equal(7 / 12.0, clustering.Average, 12);
    }
}
