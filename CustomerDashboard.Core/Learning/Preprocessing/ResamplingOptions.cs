namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Settings of random over- and undersampling.</summary>
public record ResamplingOptions
{
    /// <summary>The size every class is brought to at least, as a share of the largest class; 1 for equal classes.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Chooses the rows.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public virtual void Validate()
    {
        if (!(Ratio > 0 && Ratio <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Ratio), Ratio, "The share of the largest class must lie above 0 and be at most 1.");
        }
    }
}
