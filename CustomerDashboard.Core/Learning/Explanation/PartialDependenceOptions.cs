namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>Settings of <see cref="PartialDependence"/>.</summary>
public sealed record PartialDependenceOptions
{
    /// <summary>The most values tried.</summary>
    public int GridPoints { get; init; } = 25;

    /// <summary>The most rows averaged over.</summary>
    public int MostRows { get; init; } = 500;

    /// <summary>How many single rows are shown.</summary>
    public int Curves { get; init; } = 40;

    /// <summary>Which rows are drawn.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (GridPoints < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(GridPoints), GridPoints, "A curve needs at least two values.");
        }

        if (MostRows < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MostRows), MostRows, "At least one row is needed.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Curves);
    }
}
