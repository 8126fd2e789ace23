namespace CustomerDashboard.Core.Baskets;

/// <summary>Which itemsets to look for.</summary>
public sealed record ItemsetOptions
{
    /// <summary>The fewest baskets an itemset has to be found in; at least 1.</summary>
    public int MinBaskets { get; init; } = 2;

    /// <summary>The most products in an itemset; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The search stops with <see cref="TooManyItemsetsException"/> when there are more than this.</summary>
    public int MaxItemsets { get; init; } = 3_000_000;

    /// <summary>The most threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>The fewest baskets that make up a share of all, rounded up; a share that is met exactly counts as met.</summary>
    public static int BasketsOf(double support, int baskets) => Math.Max(1, (int)Math.Min(int.MaxValue, Math.Ceiling((support * baskets) - 1e-9)));

    /// <exception cref="ArgumentOutOfRangeException">A setting cannot be used.</exception>
    public void Validate()
    {
        if (MinBaskets < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MinBaskets), "An itemset has to be found in at least 1 basket; a support of 0 would list every combination of products there could be.");
        }

        if (MaxLength < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxLength), "An itemset has at least 1 product.");
        }

        if (MaxItemsets < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxItemsets), "At least 1 itemset has to be allowed.");
        }
    }
}
