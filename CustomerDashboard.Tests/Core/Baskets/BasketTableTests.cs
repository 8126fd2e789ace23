using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Baskets;

public class BasketTableTests
{
    [Fact]
    public void Baskets_of_invoices_hold_their_distinct_products_in_order_of_time()
    {
        CleanedTransactions lines = RetailBaskets.Lines;
        BasketTable table = RetailBaskets.Table;
        Assert.True(table.Ticks.AsSpan().SequenceEqual([.. table.Ticks.Order()]));
        Assert.Equal(lines.Invoice.Zip(lines.Product).Distinct().Count(), table.Items.Length);
        var expected = Enumerable.Range(0, lines.RowCount).GroupBy(i => lines.Invoice[i])
            .Select(invoice => (Time: invoice.Min(i => lines.Ticks[i]), First: invoice.Key, Products: invoice.Select(i => lines.Product[i]).Distinct().Order().ToArray()))
            .OrderBy(basket => basket.Time).ThenBy(basket => basket.First).ToArray();
        Assert.Equal(expected.Length, table.Count);
        for (int b = 0; b < table.Count; b++)
        {
            Assert.Equal(expected[b].Time, table.Ticks[b]);
            Assert.True(table[b].SequenceEqual(expected[b].Products));
        }

        int product = Array.IndexOf(table.ProductCodes, "85123A");
        Assert.Equal(table.ProductBaskets[product], table.BasketsWith(product).Length);
        foreach (int basket in table.BasketsWith(product))
        {
            Assert.True(table[basket].Contains(product));
        }
    }

    [Fact]
    public void A_customers_day_is_one_basket_whatever_the_number_of_invoices()
    {
        CleanedTransactions lines = RetailBaskets.Lines;
        BasketTable days = BasketTable.Of(lines, BasketKind.CustomerDay);
        Assert.Equal(lines.Customer.Zip(lines.Ticks, (who, when) => (who, when / TimeSpan.TicksPerDay)).Distinct().Count(), days.Count);
        Assert.True(days.Count < RetailBaskets.Table.Count);
    }

    [Fact]
    public void Lines_left_out_count_for_nothing()
    {
        CleanedTransactions lines = RetailBaskets.Lines;
        int germany = Array.IndexOf(lines.Countries, "Germany");
        bool[] german = [.. lines.Country.Select(country => country == germany)];
        BasketTable table = BasketTable.Of(lines, BasketKind.Invoice, german);
        Assert.All(table.Country, country => Assert.Equal(germany, country));
        Assert.Equal(lines.Invoice.Where((_, i) => german[i]).Distinct().Count(), table.Count);
    }

    [Fact]
    public void A_basket_that_names_an_unknown_product_is_refused() =>
        Assert.Contains("product 3", Assert.Throws<ArgumentException>(() => BasketTable.Of([[0, 3]], ["a"])).Message, StringComparison.Ordinal);
}
