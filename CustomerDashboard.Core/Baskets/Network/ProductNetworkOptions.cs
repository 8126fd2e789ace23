namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Which products count as linked.</summary>
public sealed record ProductNetworkOptions
{
    /// <summary>The number of baskets asked for where nothing is said and the file bears it.</summary>
    public const int UsualMinimumBaskets = 50;

    /// <summary>What counts as one basket.</summary>
    public BasketKind Basket { get; init; } = BasketKind.Invoice;

    /// <summary>
    /// Two products are linked when at least this many baskets hold both. Null asks for <see cref="UsualMinimumBaskets"/>, fewer in a
    /// small file and more in a large one.
    /// </summary>
    public int? MinimumBaskets { get; init; }

    /// <summary>How many times as often as by chance they must be together (lift); 0 asks for nothing.</summary>
    public double MinimumLift { get; init; }

    /// <summary>
    /// The highest p-value, corrected for the number of pairs looked at, that chance puts them together as often (Fisher's exact
    /// test, Benjamini and Hochberg); null asks for nothing.
    /// </summary>
    public double? MaximumPValue { get; init; }

    /// <summary>Above 1 gives more and smaller communities, below 1 fewer and larger ones.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>The seed of communities and drawing.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (MinimumBaskets < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MinimumBaskets), MinimumBaskets, "Two products are linked when they are together in at least 1 basket; leave the number out to have it chosen.");
        }

        if (!(MinimumLift >= 0) || double.IsInfinity(MinimumLift))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumLift), MinimumLift, "The least lift is a number of 0 or more; 1 is as often as by chance.");
        }

        if (MaximumPValue is { } p && !(p is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumPValue), p, "The highest p-value lies above 0 and is at most 1; 0.05 or 0.01 is usual.");
        }

        if (!(Resolution is >= 0.1 and <= 10))
        {
            throw new ArgumentOutOfRangeException(nameof(Resolution), Resolution, "The resolution of communities lies between 0.1 and 10; 1 is usual.");
        }
    }
}
