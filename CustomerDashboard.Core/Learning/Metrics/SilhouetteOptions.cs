namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Options of <see cref="Silhouette"/>.</summary>
public sealed record SilhouetteOptions
{
    /// <summary>Up to this many points the figure is exact; beyond, it is estimated from a sample.</summary>
    public int ExactLimit { get; init; } = 50_000;

    /// <summary>How many points the sample has, spread over the clusters in proportion to their size.</summary>
    public int SampleSize { get; init; } = 20_000;

    /// <summary>The seed of the sample.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ExactLimit);
        if (SampleSize < 100)
        {
            throw new ArgumentOutOfRangeException(nameof(SampleSize), SampleSize, "A silhouette needs a sample of at least 100 points.");
        }

        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
