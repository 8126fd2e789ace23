using CustomerDashboard.Core.Learning.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Graphs;

public class LouvainTests
{
    [Fact]
    public void Two_cliques_are_two_communities()
    {
        LouvainResult result = Louvain.Fit(Graphs.TwoCliquesAndABridge());
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], result.Labels);
        // 20 of 21 links within; each side has 21 of the 42 ends.
        Assert.Equal((20 / 21.0) - 0.5, result.Modularity, 12);
    }

    [Fact]
    public void Modularity_is_that_of_the_labels_and_no_worse_than_one_or_all_alone() =>
        Prop.ForAll<int>(seed =>
        {
            Graph graph = Graphs.Random(30, 0.15, seed);
            LouvainResult result = Louvain.Fit(graph, new LouvainOptions { Starts = 3 });
            double alone = Modularity.Of(graph, [.. Enumerable.Range(0, 30)]);
            return result.Modularity >= -1e-12 && result.Modularity >= alone
                && Math.Abs(result.Modularity - Modularity.Of(graph, result.Labels)) < 1e-12
                && result.Sizes.Sum() == 30 && result.Labels.Max() == result.Sizes.Length - 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_gives_the_same_communities_for_any_number_of_threads()
    {
        Graph graph = Graphs.Random(150, 0.05, 1);
        LouvainResult one = Louvain.Fit(graph, new LouvainOptions { DegreeOfParallelism = 1 });
        LouvainResult many = Louvain.Fit(graph, new LouvainOptions { DegreeOfParallelism = 8 });
        Assert.Equal(one.Labels, many.Labels);
    }

    [Fact]
    public void A_higher_resolution_gives_more_communities()
    {
        Graph graph = Graphs.Random(150, 0.05, 2);
        Assert.True(Louvain.Fit(graph, new LouvainOptions { Resolution = 4 }).Sizes.Length > Louvain.Fit(graph).Sizes.Length);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, 0)]
    public void Options_that_cannot_be_are_refused(double resolution, int starts) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Louvain.Fit(Graphs.Path(3), new LouvainOptions { Resolution = resolution, Starts = starts }));
}
