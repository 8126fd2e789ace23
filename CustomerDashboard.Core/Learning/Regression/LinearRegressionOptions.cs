namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>Settings of <see cref="LinearRegression"/>.</summary>
public sealed record LinearRegressionOptions
{
    /// <summary>Weight of the squared coefficients against the squared errors; 0 for ordinary least squares.</summary>
    public double Ridge { get; init; }

    /// <summary>Checks the value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ridge is negative or not a number.</exception>
    public void Validate()
    {
        if (!(Ridge >= 0) || double.IsInfinity(Ridge))
        {
            throw new ArgumentOutOfRangeException(nameof(Ridge), Ridge, "The ridge must be zero or a positive number.");
        }
    }
}
