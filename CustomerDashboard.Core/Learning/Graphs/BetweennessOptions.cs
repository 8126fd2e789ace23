namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>Options of <see cref="Betweenness"/>.</summary>
public sealed record BetweennessOptions
{
    /// <summary>
    /// The most links to be followed, over all sources (two for each link of the graph and source). A graph that needs more is
    /// estimated from as many sources as this pays for; 400 million take about a second on two cores.
    /// </summary>
    public long MaximumSteps { get; init; } = 400_000_000;

    /// <summary>The seed by which sources are drawn where not all can be taken.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (MaximumSteps < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumSteps), MaximumSteps, "At least one step must be allowed.");
        }

        if (DegreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
