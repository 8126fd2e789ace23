namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>Settings of the classifier and the regressor by nearest neighbours.</summary>
public sealed record KNearestNeighboursOptions
{
    /// <summary>How many neighbours are asked.</summary>
    public int Neighbours { get; init; } = 15;

    /// <summary>How much each has to say.</summary>
    public NeighbourWeighting Weighting { get; init; } = NeighbourWeighting.Uniform;

    /// <summary>The most threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (Neighbours < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Neighbours), Neighbours, "At least one neighbour must be asked.");
        }

        if (!Enum.IsDefined(Weighting))
        {
            throw new ArgumentOutOfRangeException(nameof(Weighting), Weighting, "This way of weighing neighbours is unknown.");
        }

        if (DegreeOfParallelism is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
