namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="KMedoids"/>.</summary>
public sealed record KMedoidsOptions
{
    /// <summary>How many clusters to find.</summary>
    public int ClusterCount { get; init; } = 4;

    /// <summary>How many times to begin: first with medoids built up one by one, then with medoids drawn far from each other; the best end wins.</summary>
    public int Starts { get; init; } = 3;

    /// <summary>The most times one start goes through all points looking for a better medoid.</summary>
    public int MaxPasses { get; init; } = 100;

    /// <summary>The seed of the drawn starts.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ClusterCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Starts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPasses);
        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
