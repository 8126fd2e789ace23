using CustomerDashboard.Core.Baskets;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Baskets;

/// <summary>What holds for every search for itemsets.</summary>
public class ItemsetSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void All_searches_find_what_counting_every_combination_finds()
    {
        Gen<int[][]> baskets = Gen.Choose(0, 8).ArrayOf().ArrayOf();
        Prop.ForAll(baskets.ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), Gen.Choose(1, 10).ToArbitrary(), (lists, minBaskets, longest) =>
        {
            BasketTable table = Table(lists, 9);
            var options = new ItemsetOptions { MinBaskets = minBaskets, MaxLength = longest == 10 ? null : longest };
            Dictionary<string, int> expected = CountAll(lists, 9, minBaskets, longest);
            foreach (var name in ItemsetSearches.Names)
            {
                ItemsetTable found = ItemsetSearches.Mine(name.Data, table, options, Token);
                Assert.Equal(expected.Count, found.Count);
                for (int i = 0; i < found.Count; i++)
                {
                    Assert.Equal(expected[string.Join(' ', found[i].ToArray())], found.Baskets(i));
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(ItemsetSearches.Names), MemberType = typeof(ItemsetSearches))]
    public void The_number_of_threads_changes_nothing(string search)
    {
        var random = new Random(5);
        int[][] lists = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(60)).ToArray())];
        BasketTable table = Table(lists, 60);
        ItemsetTable one = ItemsetSearches.Mine(search, table, new ItemsetOptions { MinBaskets = 6, DegreeOfParallelism = 1 }, Token);
        ItemsetTable four = ItemsetSearches.Mine(search, table, new ItemsetOptions { MinBaskets = 6, DegreeOfParallelism = 4 }, Token);
        Assert.True(one.LongestLength >= 3);
        Assert.True(ItemsetSearches.Same(one, four));
    }

    [Theory]
    [MemberData(nameof(ItemsetSearches.Names), MemberType = typeof(ItemsetSearches))]
    public void A_basket_of_five_thousand_products_stops_the_search_with_advice(string search)
    {
        int[] everything = [.. Enumerable.Range(0, 5_000)];
        BasketTable table = Table([everything, everything, [1, 2]], 5_000);
        var refusal = Assert.Throws<TooManyItemsetsException>(() => ItemsetSearches.Mine(search, table, new ItemsetOptions { MinBaskets = 2, MaxItemsets = 20_000 }, Token));
        Assert.Contains("Raise the support", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(5_001, ItemsetSearches.Mine(search, table, new ItemsetOptions { MinBaskets = 2, MaxLength = 1 }, Token).Count + 1);
        Assert.Equal(3, ItemsetSearches.Mine(search, table, new ItemsetOptions { MinBaskets = 3 }, Token).Count);
    }

    [Theory]
    [MemberData(nameof(ItemsetSearches.Names), MemberType = typeof(ItemsetSearches))]
    public void Odd_baskets_are_searched_like_others(string search)
    {
        Assert.Equal(0, ItemsetSearches.Mine(search, Table([], 3), new ItemsetOptions(), Token).Count);
        Assert.Equal(0, ItemsetSearches.Mine(search, Table([[0], [1], [2]], 3), new ItemsetOptions(), Token).Count);
        ItemsetTable single = ItemsetSearches.Mine(search, Table([[0], [0], [0]], 200_000), new ItemsetOptions(), Token);
        Assert.Equal(3, single.Baskets(0));
        Assert.Equal(1, single.Support(0));
        ItemsetTable repeated = ItemsetSearches.Mine(search, Table([[1, 1, 0], [0, 1], [1]], 2), new ItemsetOptions(), Token);
        Assert.Equal([0, 2, 1], repeated.CountByLength);
        Assert.Throws<OperationCanceledException>(() => ItemsetSearches.Mine(search, Table([[0, 1], [0, 1]], 2), new ItemsetOptions(), new CancellationToken(true)));
    }

    [Fact]
    public void A_support_of_nothing_is_refused_in_words()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Eclat.Mine(Table([[0]], 1), new ItemsetOptions { MinBaskets = 0 }, null, Token));
        Assert.Contains("every combination", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(186, ItemsetOptions.BasketsOf(.01, 18_532));
        Assert.Equal(2, ItemsetOptions.BasketsOf(.02, 100));
        Assert.Equal(1, ItemsetOptions.BasketsOf(0, 100));
    }

    private static BasketTable Table(int[][] lists, int products) =>
        BasketTable.Of(lists, [.. Enumerable.Range(0, products).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    private static Dictionary<string, int> CountAll(int[][] lists, int products, int minBaskets, int longest)
    {
        var counts = new Dictionary<string, int>();
        for (int mask = 1; mask < 1 << products; mask++)
        {
            int[] items = [.. Enumerable.Range(0, products).Where(i => (mask >> i & 1) != 0)];
            int count = items.Length > longest ? 0 : lists.Count(list => items.All(list.Contains));
            if (count >= minBaskets)
            {
                counts.Add(string.Join(' ', items), count);
            }
        }

        return counts;
    }
}
