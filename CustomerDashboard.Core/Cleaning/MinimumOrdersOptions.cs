namespace CustomerDashboard.Core.Cleaning;

/// <summary>How many orders a customer needs, counted over the lines the rules before it kept.</summary>
public sealed record MinimumOrdersOptions
{
    public bool Enabled { get; init; }

    /// <summary>Customers with fewer distinct orders are removed.</summary>
    public int Orders { get; init; } = 2;

    /// <exception cref="ArgumentOutOfRangeException">The number is less than one.</exception>
    public void Validate()
    {
        if (Orders < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Orders), Orders, "The least number of orders is 1 or more.");
        }
    }
}
