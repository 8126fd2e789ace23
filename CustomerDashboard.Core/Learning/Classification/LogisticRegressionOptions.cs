namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Settings of <see cref="LogisticRegression"/>.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>Weight of the data against the L2 penalty: the smaller, the stronger the shrinkage. Infinite for no penalty.</summary>
    public double C { get; init; } = 1;

    public int MaxIterations { get; init; } = 100;

    /// <summary>Stops when no component of the gradient, per row, is larger than this.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (!(C > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(C), C, "The weight C of the data must be positive.");
        }

        if (MaxIterations < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxIterations), MaxIterations, "At least one iteration is needed.");
        }

        if (!(Tolerance > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be positive.");
        }
    }
}
