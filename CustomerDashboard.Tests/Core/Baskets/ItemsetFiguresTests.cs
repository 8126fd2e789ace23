using System.Globalization;
using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Tests.Core.Baskets;

/// <summary>The itemsets of the real file against those mlxtend finds.</summary>
public class ItemsetFiguresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_baskets_are_those_of_the_peers()
    {
        Assert.Equal(18_532, RetailBaskets.Table.Count);
        Assert.Equal(3_665, RetailBaskets.Table.ProductCount);
        Assert.Equal(18_532 * .1067343, RetailBaskets.Table.ProductBaskets.Max(), .01);
    }

    [Theory]
    [MemberData(nameof(ItemsetSearches.Names), MemberType = typeof(ItemsetSearches))]
    public void Every_itemset_at_one_percent_has_the_peers_support(string search)
    {
        BasketTable table = RetailBaskets.Table;
        ItemsetTable found = ItemsetSearches.Mine(search, table, new ItemsetOptions { MinBaskets = ItemsetOptions.BasketsOf(.01, table.Count) }, Token);
        Assert.Equal([0, 625, 333, 71, 2], found.CountByLength);
        Dictionary<string, double> expected = File.ReadLines(SharedData.RequireReference("itemsets_0.01.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(parts => Sorted(parts[1].Split('+')), parts => double.Parse(parts[0], CultureInfo.InvariantCulture));
        Assert.Equal(expected.Count, found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            string codes = Sorted(found[i].ToArray().Select(product => table.ProductCodes[product]));
            Assert.Equal(expected[codes], found.Support(i), 5e-9);
        }
    }

    [Theory]
    [InlineData(.005, 4_455, 6)]
    [InlineData(.001, 341_290, 12)]
    public void The_deep_searches_find_as_many_as_the_peers(double support, int count, int longest)
    {
        BasketTable table = RetailBaskets.Table;
        var options = new ItemsetOptions { MinBaskets = ItemsetOptions.BasketsOf(support, table.Count) };
        ItemsetTable[] found = [.. ItemsetSearches.Names.Select(name => ItemsetSearches.Mine(name.Data, table, options, Token))];
        foreach (ItemsetTable one in found)
        {
            Assert.Equal(count, one.Count);
            Assert.Equal(longest, one.LongestLength);
            Assert.True(ItemsetSearches.Same(found[0], one));
        }
    }

    private static string Sorted(IEnumerable<string> codes) => string.Join('+', codes.Order(StringComparer.Ordinal));
}
