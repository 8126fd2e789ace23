namespace CustomerDashboard.Core.Recommendations;

/// <summary>What the customers of one segment buy, beside what everyone buys.</summary>
public sealed class SegmentTaste
{
    private readonly int[] _buyers;

    private SegmentTaste(string name, int[] customers, int[] buyers)
    {
        (Name, Customers, _buyers) = (name, customers, buyers);
    }

    /// <summary>What the segment is called.</summary>
    public string Name { get; }

    /// <summary>Its customers with at least one purchase.</summary>
    public IReadOnlyList<int> Customers { get; }

    /// <summary>How many of them bought a product.</summary>
    public int Buyers(int product) => _buyers[product];

    /// <summary>The share of them who bought a product.</summary>
    public double Share(int product) => Customers.Count == 0 ? 0 : (double)_buyers[product] / Customers.Count;

    /// <summary>Counts the products of a segment's customers.</summary>
    /// <param name="history">What customers bought.</param>
    /// <param name="name">What the segment is called.</param>
    /// <param name="customers">Its customers.</param>
    public static SegmentTaste Of(PurchaseHistory history, string name, IEnumerable<int> customers)
    {
        ArgumentNullException.ThrowIfNull(history);
        var buyers = new int[history.ProductCount];
        int[] known = [.. customers.Where(customer => history.Starts[customer + 1] > history.Starts[customer])];
        foreach (int customer in known)
        {
            foreach (int product in history.Of(customer).Products.Span)
            {
                buyers[product]++;
            }
        }

        return new SegmentTaste(name, known, buyers);
    }
}
