using CustomerDashboard.Core.Learning.Preprocessing;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Settings of <see cref="MultinomialLogisticRegression"/>.</summary>
public sealed record MultinomialLogisticRegressionOptions
{
    /// <summary>Weight of the data against the L2 penalty: the smaller, the stronger the shrinkage.</summary>
    public double C { get; init; } = 1;

    /// <summary>How much a row counts by its class.</summary>
    public ClassWeights ClassWeights { get; init; } = ClassWeights.None;

    public int MaxIterations { get; init; } = 1000;

    /// <summary>Stops when no component of the gradient, per row, is larger than this.</summary>
    public double Tolerance { get; init; } = 1e-7;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (!(C > 0) || double.IsInfinity(C))
        {
            throw new ArgumentOutOfRangeException(nameof(C), C, "The weight C of the data must be a positive number.");
        }

        ArgumentNullException.ThrowIfNull(ClassWeights);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1, nameof(MaxIterations));
        if (!(Tolerance > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be positive.");
        }
    }
}
