namespace CustomerDashboard.Core.Segmentation;

/// <summary>Settings of DBSCAN and HDBSCAN.</summary>
public sealed record DensitySettings
{
    /// <summary>How near customers must be to be neighbours (eps), in scaled units; null takes the knee of the k-distance plot. DBSCAN only.</summary>
    public double? Epsilon { get; init; }

    /// <summary>How many customers, itself included, must be within reach for a customer to be in the middle of a crowd.</summary>
    public int MinPoints { get; init; } = 10;

    /// <summary>The fewest customers a segment of HDBSCAN may have; null = 1 % of them, at least 5.</summary>
    public int? MinClusterSize { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public void Validate()
    {
        if (Epsilon is { } epsilon && !(epsilon > 0 && double.IsFinite(epsilon)))
        {
            throw new ArgumentOutOfRangeException(nameof(Epsilon), epsilon, "The reach (eps) must be a number above 0: at 0 nobody has a neighbour.");
        }

        if (MinPoints is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(MinPoints), MinPoints, "The number of neighbours must be from 1 to 100,000.");
        }

        if (MinClusterSize is < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(MinClusterSize), MinClusterSize, "A segment must have at least 2 customers.");
        }
    }
}
