namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>Options of <see cref="TruncatedSvd"/>.</summary>
public sealed record TruncatedSvdOptions
{
    /// <summary>How many components to keep; fewer are kept when the matrix has fewer rows or columns.</summary>
    public int Components { get; init; } = 50;

    /// <summary>Directions carried along beyond those kept; more make the last components more exact.</summary>
    public int Oversampling { get; init; } = 10;

    /// <summary>How often the subspace is multiplied by the matrix and its transpose; more make all components more exact.</summary>
    public int PowerIterations { get; init; } = 6;

    /// <summary>Chooses the directions begun with.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (Components < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Components), Components, "Keep at least one component.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Oversampling, nameof(Oversampling));
        ArgumentOutOfRangeException.ThrowIfNegative(PowerIterations, nameof(PowerIterations));
        if (DegreeOfParallelism is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
