using CustomerDashboard.Core.Recommendations;

namespace CustomerDashboard.Tests.Core.Recommendations;

public class PurchaseHistoryTests
{
    [Fact]
    public void Counts_orders_and_days_before_the_cutoff_only()
    {
        PurchaseLog log = PurchaseLog.Of(Shop.Of("Ann 0 A B B", "Bob 3 A", "Ann 5 B C", "Ann 9 A"));
        PurchaseHistory history = PurchaseHistory.Before(log, new DateTime(2024, 1, 8));
        CustomerHistory ann = history.Of(Array.IndexOf(log.CustomerIds, "Ann"));
        int b = Array.IndexOf(log.ProductCodes, "B");
        Assert.Equal(3, ann.Products.Length);
        Assert.Equal(2, ann.Baskets);
        int at = ann.Products.Span.IndexOf(b);
        Assert.Equal(2, ann.Orders.Span[at]);
        Assert.Equal(2, ann.DaysSince.Span[at]);
        Assert.Equal(2, history.Buyers[Array.IndexOf(log.ProductCodes, "A")]);
        Assert.Equal(2, history.ActiveCustomers);
        Assert.Equal(3, history.BasketCount);
    }

    [Fact]
    public void What_is_no_product_is_in_no_basket()
    {
        PurchaseLog log = PurchaseLog.Of(Shop.Of("Ann 0 A POST", "Bob 3 POST"), code => code != "POST");
        Assert.Equal(1, log.BasketCount);
        Assert.Equal("A", Assert.Single(log.Products.Select(product => log.ProductCodes[product])));
        Assert.Equal(1, log.LeftOutProducts);
    }

    [Fact]
    public void A_typed_basket_names_each_product_once()
    {
        CustomerHistory basket = CustomerHistory.OfBasket([5, 2, 5]);
        Assert.Equal([2, 5], basket.Products.ToArray());
        Assert.True(basket.Has(5));
        Assert.False(basket.Has(3));
        Assert.True(CustomerHistory.OfBasket([]).IsEmpty);
    }
}
