namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="Dbscan"/>.</summary>
public sealed record DbscanOptions
{
    /// <summary>How near a neighbour is, at most, in the units of the points. <see cref="KDistance"/> suggests a value.</summary>
    public double Epsilon { get; init; } = 0.5;

    /// <summary>How many points, itself counted, must be within <see cref="Epsilon"/> of a point for it to be inside a cluster.</summary>
    public int MinPoints { get; init; } = 10;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (!(Epsilon > 0) || double.IsInfinity(Epsilon))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Epsilon), Epsilon, "The distance up to which customers count as neighbours (epsilon) must be greater than 0; the k-distance curve suggests a value.");
        }

        if (MinPoints < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MinPoints), MinPoints, "The number of neighbours that makes a dense place must be at least 1.");
        }

        if (DegreeOfParallelism is int threads)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads, nameof(DegreeOfParallelism));
        }
    }
}
