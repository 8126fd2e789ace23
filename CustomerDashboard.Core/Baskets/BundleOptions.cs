namespace CustomerDashboard.Core.Baskets;

/// <summary>How bundles are valued.</summary>
public sealed record BundleOptions
{
    /// <summary>Of the people who by the rule would take the missing product, the share that an offer persuades; 0 to 1.</summary>
    public double Uptake { get; init; } = .1;

    /// <summary>The discount on a complete bundle, a share of its price; 0 to below 1. Those who buy all of it anyway get it too.</summary>
    public double Discount { get; init; }

    /// <summary>The most products in a bundle; at least 2.</summary>
    public int MaxProducts { get; init; } = 3;

    /// <summary>How many bundles to suggest.</summary>
    public int Count { get; init; } = 20;

    /// <exception cref="ArgumentOutOfRangeException">A setting cannot be used.</exception>
    public void Validate()
    {
        if (!(Uptake is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Uptake), "The uptake of a bundle is a share from 0 to 1.");
        }

        if (!(Discount is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Discount), "The discount of a bundle is a share from 0 to below 1.");
        }

        if (MaxProducts is < 2 or > 6)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxProducts), "A bundle has 2 to 6 products.");
        }

        if (Count is < 0 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(Count), "Between 0 and 1,000 bundles can be suggested.");
        }
    }
}
