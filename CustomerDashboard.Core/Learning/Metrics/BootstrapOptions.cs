namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Settings of <see cref="Bootstrap"/>.</summary>
public sealed record BootstrapOptions
{
    public int Resamples { get; init; } = 1000;

    /// <summary>The share of resamples between the limits.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Chooses the cases of each resample.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Whether every resample has as many positives as the cases (yes/no questions only).</summary>
    public bool Stratified { get; init; } = true;

    /// <summary>The most threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Resamples, 2, nameof(Resamples));
        if (!(Level > 0 && Level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Level), Level, "The level must lie between 0 and 1.");
        }

        if (DegreeOfParallelism is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
