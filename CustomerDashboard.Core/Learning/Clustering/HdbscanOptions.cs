namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="Hdbscan"/>.</summary>
public sealed record HdbscanOptions
{
    /// <summary>The fewest points that count as a cluster; smaller groups that split off are noise.</summary>
    public int MinClusterSize { get; init; } = 50;

    /// <summary>
    /// How many neighbours, itself not counted, are to be near for a place to be dense; more make the result more cautious.
    /// Null takes <see cref="MinClusterSize"/>.
    /// </summary>
    public int? MinSamples { get; init; } = 10;

    /// <summary>Which clusters of the tree become the result.</summary>
    public HdbscanSelection Selection { get; init; }

    /// <summary>Whether all points may be one cluster; otherwise only what has split off is one.</summary>
    public bool AllowSingleCluster { get; init; }

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (MinClusterSize < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(MinClusterSize), MinClusterSize, "A cluster needs at least 2 points.");
        }

        if (MinSamples is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MinSamples), MinSamples, "A dense place needs at least 1 neighbour.");
        }

        if (!Enum.IsDefined(Selection))
        {
            throw new ArgumentOutOfRangeException(nameof(Selection), Selection, "There is no such way of selecting clusters.");
        }

        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
