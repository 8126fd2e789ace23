namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Settings of <see cref="Smote"/>.</summary>
public sealed record SmoteOptions : ResamplingOptions
{
    /// <summary>A new row lies between a row and one of this many nearest rows of its class.</summary>
    public int Neighbours { get; init; } = 5;

    /// <inheritdoc />
    public override void Validate()
    {
        base.Validate();
        if (Neighbours < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Neighbours), Neighbours, "At least one neighbour is needed.");
        }
    }
}
