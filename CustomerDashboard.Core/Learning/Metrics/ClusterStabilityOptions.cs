namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Options of <see cref="ClusterStability"/>.</summary>
public sealed record ClusterStabilityOptions
{
    /// <summary>How often to draw points anew and cluster them.</summary>
    public int Resamples { get; init; } = 20;

    /// <summary>The seed of the draws.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (Resamples < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(Resamples), Resamples, "Stability needs at least 2 resamples.");
        }

        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
