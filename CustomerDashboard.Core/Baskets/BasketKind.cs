namespace CustomerDashboard.Core.Baskets;

/// <summary>What counts as one basket.</summary>
public enum BasketKind
{
    /// <summary>The products of one invoice.</summary>
    Invoice,

    /// <summary>All that one customer bought on one day, whatever the number of invoices.</summary>
    CustomerDay,
}
