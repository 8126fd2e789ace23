namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="KMeansSweep"/>.</summary>
public sealed record KMeansSweepOptions
{
    /// <summary>The least number of clusters to try, at least 2.</summary>
    public int MinClusters { get; init; } = 2;

    /// <summary>The largest number of clusters to try.</summary>
    public int MaxClusters { get; init; } = 12;

    /// <summary>How many starts each number of clusters gets.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>The most rounds of one start.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>The seed of the random starts.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (MinClusters < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(MinClusters), MinClusters, "Comparing numbers of clusters begins at 2 or more.");
        }

        if (MaxClusters < MinClusters)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxClusters), MaxClusters, $"The largest number of clusters must not be below the least, {MinClusters}.");
        }

        Options(MinClusters).Validate();
    }

    /// <summary>The options with which one number of clusters is fitted.</summary>
    internal KMeansOptions Options(int clusters) => new()
    {
        ClusterCount = clusters,
        Starts = Starts,
        MaxIterations = MaxIterations,
        Seed = Seed,
        DegreeOfParallelism = DegreeOfParallelism,
    };
}
