namespace CustomerDashboard.Core.Sampling;

/// <summary>What the synthetic retailer is made of.</summary>
public sealed record SampleOptions
{
    /// <summary>Customers with an id; a million at most.</summary>
    public int Customers { get; init; } = 3000;

    /// <summary>The same seed and number of customers give the same bytes on every machine.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Throws when an option cannot be worked with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of customers is not between 1 and 1,000,000.</exception>
    public void Validate()
    {
        if (Customers is < 1 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Customers), $"The sample can have from 1 to 1000000 customers, not {Customers}.");
        }
    }
}
