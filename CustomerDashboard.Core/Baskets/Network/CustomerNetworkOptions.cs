namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Which customers count as linked by the products they share.</summary>
public sealed record CustomerNetworkOptions
{
    public const int LargestSample = 2_000;

    /// <summary>How many customers are looked at; of more a sample of this size is drawn.</summary>
    public int SampleSize { get; init; } = 500;

    /// <summary>Two customers are linked when they share at least this many products.</summary>
    public int MinimumShared { get; init; } = 5;

    /// <summary>
    /// The least share of the products either has bought that both have (Jaccard), 0 to 1. Null chooses the share that leaves about
    /// four links per customer.
    /// </summary>
    public double? MinimumOverlap { get; init; }

    /// <summary>The seed of the sample, the communities and the drawing.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (SampleSize is < 2 or > LargestSample)
        {
            throw new ArgumentOutOfRangeException(nameof(SampleSize), SampleSize, $"Between 2 and {LargestSample} customers can be looked at.");
        }

        if (MinimumShared < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumShared), MinimumShared, "Customers are linked when they share at least 1 product.");
        }

        if (MinimumOverlap is { } overlap && !(overlap is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumOverlap), overlap, "The least share of products in common lies between 0 and 1.");
        }
    }
}
