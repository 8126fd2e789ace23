namespace CustomerDashboard.Core.Baskets;

/// <summary>What is bought together: which baskets are looked at and which rules are kept.</summary>
public sealed record BasketOptions
{
    public BasketKind Kind { get; init; }

    public ItemsetMethod Method { get; init; }

    /// <summary>The least share of all baskets that hold all products of a rule, above 0; null lets the data choose it so that the rules number some hundreds.</summary>
    public double? MinSupport { get; init; }

    /// <summary>The least confidence of a rule, 0 to 1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The least lift of a rule.</summary>
    public double MinLift { get; init; } = 1;

    /// <summary>The most products in a rule; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Only baskets from these countries; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Only baskets of customers in these segments, by id; empty for all.</summary>
    public IReadOnlyList<int> Segments { get; init; } = [];

    /// <summary>Only baskets from this day on; null for no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only baskets up to this day, itself included; null for no limit.</summary>
    public DateOnly? To { get; init; }

    public BundleOptions Bundles { get; init; } = new();

    /// <exception cref="ArgumentException">A setting cannot be used; the message says which and what to do.</exception>
    public void Validate()
    {
        if (MinSupport is { } support && !(support is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(MinSupport), "The least support is a share above 0 and up to 1. At 0 every combination of products there could be would be a rule; leave it out to let the data choose.");
        }

        if (MaxLength < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxLength), "A rule has at least 2 products.");
        }

        if (From > To)
        {
            throw new ArgumentException("The period ends before it begins. Exchange the two days.", nameof(From));
        }

        Rules.Validate();
        Bundles.Validate();
    }

    internal RuleOptions Rules => new() { MinConfidence = MinConfidence, MinLift = MinLift };
}
