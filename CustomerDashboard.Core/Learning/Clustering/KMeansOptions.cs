namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="KMeans"/>.</summary>
public sealed record KMeansOptions
{
    /// <summary>How many clusters to find.</summary>
    public int ClusterCount { get; init; } = 4;

    /// <summary>How many times to begin from freshly drawn centres; the best end wins.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>Whether the best start is improved by random swaps of a centre, which costs about as much as two more starts per cluster.</summary>
    public bool Swaps { get; init; } = true;

    /// <summary>The most rounds of assigning points and moving centres in one start.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>
    /// A start on many points stops when the centres move by less than this, as a share of the mean variance of the columns
    /// (squared distance, summed over the centres). Up to <see cref="KMeans.ExactLimit"/> points it goes on until nothing changes.
    /// </summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>The seed of the random starts.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        RequireAtLeastOne(ClusterCount, nameof(ClusterCount));
        RequireAtLeastOne(Starts, nameof(Starts));
        RequireAtLeastOne(MaxIterations, nameof(MaxIterations));
        if (DegreeOfParallelism is int threads)
        {
            RequireAtLeastOne(threads, nameof(DegreeOfParallelism));
        }

        if (!(Tolerance >= 0) || double.IsInfinity(Tolerance))
        {
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be a number of at least 0.");
        }
    }

    private static void RequireAtLeastOne(int value, string name)
    {
        if (value < 1)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
        }
    }
}
