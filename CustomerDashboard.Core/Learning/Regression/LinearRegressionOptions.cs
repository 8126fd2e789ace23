namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>Settings of <see cref="LinearRegression"/>.</summary>
public sealed record LinearRegressionOptions
{
    /// <summary>Weight of the squared coefficients against the squared errors; 0 for ordinary least squares.</summary>
    public double Ridge { get; init; }

    /// <summary>
    /// Weight of the absolute coefficients against the squared errors, which puts weak ones at exactly 0; 0 for none. With a ridge as well it
    /// is the elastic net.
    /// </summary>
    public double Lasso { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A penalty is negative or not a number.</exception>
    public void Validate()
    {
        if (!(Ridge >= 0) || double.IsInfinity(Ridge))
        {
            throw new ArgumentOutOfRangeException(nameof(Ridge), Ridge, "The ridge must be zero or a positive number.");
        }

        if (!(Lasso >= 0) || double.IsInfinity(Lasso))
        {
            throw new ArgumentOutOfRangeException(nameof(Lasso), Lasso, "The lasso must be zero or a positive number.");
        }
    }
}
