namespace CustomerDashboard.Core.Recommendations;

/// <summary>What one customer bought, or a basket that somebody typed.</summary>
/// <param name="Customer">The customer's number, or -1 for a typed basket.</param>
/// <param name="Products">The products, ascending.</param>
/// <param name="Orders">In how many baskets each was bought.</param>
/// <param name="DaysSince">Days since each was last bought.</param>
/// <param name="Baskets">How many baskets the customer bought.</param>
public readonly record struct CustomerHistory(
    int Customer, ReadOnlyMemory<int> Products, ReadOnlyMemory<float> Orders, ReadOnlyMemory<float> DaysSince, int Baskets)
{
    /// <summary>A customer of whom nothing is known.</summary>
    public static CustomerHistory Empty { get; } = new(-1, default, default, default, 0);

    /// <summary>True when nothing is known.</summary>
    public bool IsEmpty => Products.IsEmpty;

    /// <summary>A basket of products bought once, now.</summary>
    /// <param name="products">The products in any order; one named twice counts once.</param>
    public static CustomerHistory OfBasket(IEnumerable<int> products)
    {
        int[] distinct = [.. new SortedSet<int>(products)];
        var orders = new float[distinct.Length];
        Array.Fill(orders, 1);
        return new CustomerHistory(-1, distinct, orders, new float[distinct.Length], distinct.Length == 0 ? 0 : 1);
    }

    /// <summary>True when the product is among those bought.</summary>
    public bool Has(int product) => Products.Span.BinarySearch(product) >= 0;
}
