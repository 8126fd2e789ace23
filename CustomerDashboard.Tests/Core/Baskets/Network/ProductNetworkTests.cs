using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Baskets.Network;

public class ProductNetworkTests
{
    [Fact]
    public void Pairs_are_counted_as_by_hand()
    {
        BasketTable table = Table(3, [0, 1, 2], [0, 1], [0, 1], [2]);
        ProductNetworkResult result = ProductNetworkAnalysis.Run(table, new ProductNetworkOptions { MinimumBaskets = 1 });
        LinkNetwork network = result.Network!;
        Assert.Equal([(0, 1, 3), (0, 2, 1), (1, 2, 1)], network.Links.Select(link => (link.From, link.To, link.Together)));
        // Together in 3 of 4 baskets, each in 3: expected 9/4, and every basket of one is a basket of the other.
        Assert.Equal(4 / 3.0, network.Links[0].Lift, 12);
        Assert.Equal(1, network.Links[0].Overlap, 12);
        // Of 4 ways to lay 3 onto 3 of 4 baskets, one hits them all; corrected for 3 pairs.
        Assert.Equal(0.75, network.Links[0].PValue, 12);
        Assert.Equal([3, 3, 2], network.Nodes.Select(node => node.Occurrences));
        Assert.Equal(3, result.Counts.Highest);
        Assert.Equal((3, 1, 1), (result.Counts.Links(1), result.Counts.Links(2), result.Counts.Links(3)));
        Assert.Equal((3, 2, 0), (result.Counts.Nodes(1), result.Counts.Nodes(3), result.Counts.Nodes(4)));
    }

    [Fact]
    public void Counts_agree_with_looking_at_every_pair_in_every_basket() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new RandomSource(seed);
            int[][] baskets = [.. Enumerable.Range(0, 40).Select(_ => random.SampleWithoutReplacement(70, random.NextInt(9)))];
            BasketTable table = Table(70, baskets);
            LinkCounts counts = new PairCounter(table).Count(2, 10_000, out List<PairCount>? pairs, null, CancellationToken.None);
            var expected = new Dictionary<(int, int), int>();
            foreach (int[] basket in baskets)
            {
                for (int i = 0; i < basket.Length; i++)
                {
                    for (int j = i + 1; j < basket.Length; j++)
                    {
                        expected[(basket[i], basket[j])] = expected.GetValueOrDefault((basket[i], basket[j])) + 1;
                    }
                }
            }

            return pairs!.ToDictionary(pair => (pair.A, pair.B), pair => pair.Together)
                    .OrderBy(pair => pair.Key).SequenceEqual(expected.Where(pair => pair.Value >= 2).OrderBy(pair => pair.Key))
                && counts.Links(1) == expected.Count
                && counts.Nodes(2) == expected.Where(pair => pair.Value >= 2).SelectMany(pair => new[] { pair.Key.Item1, pair.Key.Item2 }).Distinct().Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hubs_and_bridges_are_found_and_told()
    {
        // Two dense groups of four that only product 8 connects.
        var baskets = new List<int[]>();
        for (int i = 0; i < 4; i++)
        {
            baskets.AddRange([[0, 1, 2, 3], [4, 5, 6, 7]]);
        }

        baskets.AddRange([[0, 8], [0, 8], [8, 4], [8, 4]]);
        LinkNetwork network = ProductNetworkAnalysis.Run(Table(9, [.. baskets]), new ProductNetworkOptions { MinimumBaskets = 2 }).Network!;
        Assert.Equal(2, network.Communities.Count);
        NetworkBridges bridges = network.Bridges!;
        Assert.Contains(8, bridges.Nodes);
        Assert.Equal(9, bridges.LargestBefore);
        // Product 8 is counted with one side, so the last product before the other side goes with it.
        Assert.Equal(4, bridges.LargestAfter);
        Assert.Contains(network.Hubs[0], new[] { 0, 4 });
        Assert.Contains("connect otherwise separate communities", NetworkWords.Bridges(network, "products"), StringComparison.Ordinal);
        Assert.Contains("linked with 4 products", NetworkWords.Node(network, 0, "products"), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 8], network.NeighboursOf(0).Select(neighbour => neighbour.Node));
    }

    [Fact]
    public void A_lift_or_a_p_value_asked_for_leaves_chance_pairs_out()
    {
        // Products 0 and 1 are in nearly every basket; 2 and 3 always together, seldom.
        int[][] baskets = [.. Enumerable.Range(0, 40).Select(i => i < 4 ? new[] { 0, 1, 2, 3 } : i < 38 ? [0, 1] : new[] { 4 })];
        var options = new ProductNetworkOptions { MinimumBaskets = 4 };
        Assert.Equal(6, ProductNetworkAnalysis.Run(Table(5, baskets), options).Network!.Links.Count);
        LinkNetwork strong = ProductNetworkAnalysis.Run(Table(5, baskets), options with { MinimumLift = 5 }).Network!;
        NetworkLink only = Assert.Single(strong.Links);
        Assert.Equal(("p2", "p3"), (strong.Nodes[only.From].Code, strong.Nodes[only.To].Code));
        LinkNetwork sure = ProductNetworkAnalysis.Run(Table(5, baskets), options with { MaximumPValue = 0.05 }).Network!;
        Assert.Equal(2, sure.Links.Count);
        Assert.Contains("higher p-value", ProductNetworkAnalysis.Run(Table(5, baskets), options with { MinimumLift = 50 }).Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_linked_say_why()
    {
        Assert.Contains("which product", Refusal(Table(1)), StringComparison.Ordinal);
        Assert.Contains("two different products", Refusal(Table(3, [0], [1], [2])), StringComparison.Ordinal);
        string refusal = Refusal(Table(3, [0, 1], [0, 1], [1, 2]), new ProductNetworkOptions { MinimumBaskets = 9 });
        Assert.Contains("most frequent pair is in 2", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void One_product_in_every_basket_is_linked_with_all()
    {
        LinkNetwork network = ProductNetworkAnalysis.Run(
            Table(11, [.. Enumerable.Range(1, 10).SelectMany(product => new[] { new[] { 0, product }, [0, product] })]), new ProductNetworkOptions()).Network!;
        Assert.Equal(1, network.Nodes[0].DegreeCentrality);
        Assert.Equal(1, network.Nodes[0].Betweenness, 12);
        Assert.All(network.Links, link => Assert.Equal(1, link.Lift, 12));
    }

    [Fact]
    public void A_basket_of_thousands_of_products_ends_with_advice()
    {
        // 12.5 million pairs that are together once.
        int[][] baskets = [[.. Enumerable.Range(0, 5_000)], [0, 1], [0, 1], [2, 3]];
        BasketTable table = Table(5_000, baskets);
        ProductNetworkResult usual = ProductNetworkAnalysis.Run(table, new ProductNetworkOptions());
        Assert.Equal(2, usual.Network!.Links.Count);
        string refusal = Refusal(table, new ProductNetworkOptions { MinimumBaskets = 1 });
        Assert.Contains("at least 2 baskets", refusal, StringComparison.Ordinal);
        Assert.Equal(12_497_500, usual.Counts.Links(1));
    }

    [Fact]
    public void Baskets_whose_pairs_would_take_too_long_are_left_out()
    {
        BasketTable table = Table(100, [.. Enumerable.Range(0, 100)], [0, 1], [0, 1, 2]);
        var counter = new PairCounter(table, maximumWork: 100);
        LinkCounts counts = counter.Count(1, 1_000, out List<PairCount>? pairs, null, CancellationToken.None);
        Assert.Equal((1, 3), (counter.LeftOut, counter.LargestBasket));
        Assert.Equal(3, pairs!.Count);
        Assert.Equal(2, counts.Highest);
    }

    [Fact]
    public void A_catalogue_of_200_000_products_is_bounded()
    {
        var random = new RandomSource(1);
        int[][] baskets = [.. Enumerable.Range(0, 20_000).Select(_ => random.SampleWithoutReplacement(200_000, 10))];
        ProductNetworkResult result = ProductNetworkAnalysis.Run(Table(200_000, baskets), new ProductNetworkOptions());
        Assert.True(result.Network is not null || result.Unavailable is not null);
        Assert.InRange(result.MinimumBaskets, 2, 50);
    }

    [Theory]
    [InlineData(0, 0.0, null)]
    [InlineData(5, -1.0, null)]
    [InlineData(5, 0.0, 0.0)]
    [InlineData(5, 0.0, 1.5)]
    public void Options_that_cannot_be_are_refused(int baskets, double lift, double? p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProductNetworkAnalysis.Run(
            Table(2, [0, 1]), new ProductNetworkOptions { MinimumBaskets = baskets, MinimumLift = lift, MaximumPValue = p }));

    [Fact]
    public void It_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ProductNetworkAnalysis.Run(Table(3, [0, 1, 2]), new ProductNetworkOptions(), null, cancelled.Token));
    }

    private static string Refusal(BasketTable table, ProductNetworkOptions? options = null)
    {
        ProductNetworkResult result = ProductNetworkAnalysis.Run(table, options ?? new ProductNetworkOptions());
        Assert.Null(result.Network);
        return result.Unavailable!;
    }

    private static BasketTable Table(int products, params int[][] baskets) =>
        BasketTable.Of(baskets, [.. Enumerable.Range(0, products).Select(product => $"p{product}")]);
}
