using CustomerDashboard.Core.Learning.Preprocessing;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Settings of <see cref="LogisticRegression"/>.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>Weight of the data against the penalty: the smaller, the stronger the shrinkage. Infinite for no penalty.</summary>
    public double C { get; init; } = 1;

    /// <summary>
    /// The share of the penalty on absolute coefficients (L1), which puts weak ones at exactly 0; the rest is on half their squares (L2).
    /// 0 for ridge, 1 for lasso, between them the elastic net.
    /// </summary>
    public double L1Ratio { get; init; }

    /// <summary>How much a row counts by its class.</summary>
    public ClassWeights ClassWeights { get; init; } = ClassWeights.None;

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

        if (!(L1Ratio >= 0 && L1Ratio <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(L1Ratio), L1Ratio, "The share of the L1 penalty must lie between 0 and 1.");
        }

        ArgumentNullException.ThrowIfNull(ClassWeights);
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
