namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Options of <see cref="GapStatistic"/>.</summary>
public sealed record GapStatisticOptions
{
    /// <summary>How many sets of structureless points to compare with; more make the standard error smaller.</summary>
    public int References { get; init; } = 20;

    /// <summary>The seed of the structureless points.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (References < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(References), References, "A standard error needs at least 2 reference sets.");
        }

        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
