namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>Options of <see cref="Louvain"/>.</summary>
public sealed record LouvainOptions
{
    /// <summary>Above 1 gives more and smaller communities, below 1 fewer and larger ones.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>How many times to begin with the nodes in another order; the division with the highest modularity wins.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>The seed of the orders.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (!(Resolution > 0) || double.IsInfinity(Resolution))
        {
            throw new ArgumentOutOfRangeException(nameof(Resolution), Resolution, "The resolution must be a number above 0; 1 is usual.");
        }

        if (Starts < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Starts), Starts, "At least one start is needed.");
        }

        if (DegreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
