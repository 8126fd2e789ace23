namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>Options of <see cref="ForceLayout"/>.</summary>
public sealed record ForceLayoutOptions
{
    /// <summary>How many times every node is moved.</summary>
    public int Iterations { get; init; } = 120;

    /// <summary>Links within a community pull this many times as strongly as those between communities, so that communities lie apart.</summary>
    public double CommunityPull { get; init; } = 3;

    /// <summary>The seed of the small shifts that part nodes lying on one spot.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (Iterations is < 1 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(Iterations), Iterations, "Between 1 and 10,000 iterations are possible.");
        }

        if (!(CommunityPull > 0) || double.IsInfinity(CommunityPull))
        {
            throw new ArgumentOutOfRangeException(nameof(CommunityPull), CommunityPull, "The pull within communities must be a number above 0.");
        }

        if (DegreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
