using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>
/// What each customer bought before a moment: the customer x product matrix all recommenders learn from. Customers and products
/// keep the numbers of the <see cref="PurchaseLog"/>; one without a purchase before the moment has an empty row or column.
/// </summary>
public sealed class PurchaseHistory
{
    private PurchaseHistory()
    {
    }

    public required PurchaseLog Log { get; init; }

    /// <summary>The first baskets of the log are those looked at.</summary>
    public required int BasketCount { get; init; }

    /// <summary>The moment looked back from.</summary>
    public required DateTime Cutoff { get; init; }

    /// <summary>The products of customer c are <c>Product[Starts[c]..Starts[c + 1]]</c>, ascending.</summary>
    public required int[] Starts { get; init; }

    public required int[] Product { get; init; }

    /// <summary>In how many baskets the customer bought the product.</summary>
    public required float[] Orders { get; init; }

    /// <summary>Days from the last of them to the cut-off.</summary>
    public required float[] DaysSince { get; init; }

    /// <summary>How many baskets each customer bought.</summary>
    public required int[] Baskets { get; init; }

    /// <summary>How many customers bought each product.</summary>
    public required int[] Buyers { get; init; }

    public int CustomerCount => Starts.Length - 1;

    public int ProductCount => Buyers.Length;

    /// <summary>How many customers bought anything.</summary>
    public required int ActiveCustomers { get; init; }

    /// <summary>What one customer bought.</summary>
    public CustomerHistory Of(int customer)
    {
        int from = Starts[customer];
        int count = Starts[customer + 1] - from;
        return new CustomerHistory(customer, Product.AsMemory(from, count), Orders.AsMemory(from, count), DaysSince.AsMemory(from, count), Baskets[customer]);
    }

    /// <summary>The baskets before a moment.</summary>
    public static PurchaseHistory Before(PurchaseLog log, DateTime cutoff)
    {
        ArgumentNullException.ThrowIfNull(log);
        int count = log.CountBefore(cutoff);
        int customers = log.CustomerIds.Length;
        var own = Features.LinesByKey.Of(log.Customer[..count], customers, null);
        var starts = new int[customers + 1];
        int most = log.Starts[count];
        var product = new int[most];
        var orders = new float[most];
        var since = new float[most];
        var baskets = new int[customers];
        var buyers = new int[log.ProductCodes.Length];
        var place = new int[buyers.Length];
        Array.Fill(place, -1);
        int filled = 0;
        int active = 0;
        for (int customer = 0; customer < customers; customer++)
        {
            int from = filled;
            foreach (int basket in own[customer])
            {
                float days = (float)TimeSpan.FromTicks(cutoff.Ticks - log.Ticks[basket]).TotalDays;
                foreach (int item in log.Basket(basket))
                {
                    if (place[item] < from)
                    {
                        place[item] = filled;
                        product[filled++] = item;
                        buyers[item]++;
                    }

                    orders[place[item]]++;
                    since[place[item]] = days;
                }
            }

            Sort(product.AsSpan(from, filled - from), orders.AsSpan(from, filled - from), since.AsSpan(from, filled - from));
            baskets[customer] = own[customer].Length;
            active += filled > from ? 1 : 0;
            starts[customer + 1] = filled;
        }

        return new PurchaseHistory
        {
            Log = log,
            BasketCount = count,
            Cutoff = cutoff,
            Starts = starts,
            Product = product[..filled],
            Orders = orders[..filled],
            DaysSince = since[..filled],
            Baskets = baskets,
            Buyers = buyers,
            ActiveCustomers = active,
        };
    }

    /// <summary>The matrix of customers and products, with a weight made of the number of orders.</summary>
    internal SparseMatrix ToMatrix(Func<float, double> weight) =>
        new(CustomerCount, ProductCount, Starts, Product, Array.ConvertAll(Orders, orders => weight(orders)));

    private static void Sort(Span<int> product, Span<float> orders, Span<float> since)
    {
        Span<int> keys = product.Length <= 1024 ? stackalloc int[product.Length] : new int[product.Length];
        product.CopyTo(keys);
        keys.Sort(orders);
        product.Sort(since);
    }
}
