namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="MiniBatchKMeans"/>.</summary>
public sealed record MiniBatchKMeansOptions
{
    /// <summary>How many clusters to find.</summary>
    public int ClusterCount { get; init; } = 4;

    /// <summary>How many points are drawn at a time.</summary>
    public int BatchSize { get; init; } = 1024;

    /// <summary>The most batches to learn from.</summary>
    public int MaxBatches { get; init; } = 500;

    /// <summary>Learning stops when so many batches together did not come closer to the centres than as many before them.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>How many times to draw first centres; the best of them on a sample are learned from.</summary>
    public int Starts { get; init; } = 3;

    /// <summary>The seed of the draws.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ClusterCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBatches);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Patience);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Starts);
        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
