using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Exact Shapley values of a sum of coefficient x feature: each feature is credited with its coefficient times how far its value is from the mean.
/// Features are taken as independent: of two that go together, each is credited by its own coefficient.
/// </summary>
/// <remarks>
/// E. Štrumbelj, I. Kononenko, "Explaining prediction models and individual predictions with feature contributions", 2014, section 4. O(m d).
/// </remarks>
public static class LinearShap
{
    /// <summary>Explains the sums of some rows.</summary>
    /// <param name="intercept">What is added to the sum.</param>
    /// <param name="coefficients">One per column.</param>
    /// <param name="points">m x d.</param>
    /// <param name="background">The rows whose means stand for nothing being known: those the model learned from.</param>
    /// <exception cref="ArgumentException">The number of columns differs, a value is NaN or infinite, or there is no background.</exception>
    public static ShapleyValues Explain(double intercept, IReadOnlyList<double> coefficients, Matrix points, Matrix background)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        ArgumentNullException.ThrowIfNull(background);
        LearningData.RequirePredictable(points, coefficients.Count);
        LearningData.RequirePredictable(background, coefficients.Count);
        if (background.Rows == 0)
        {
            throw new ArgumentException("There is no row to take means of.", nameof(background));
        }

        var means = new double[coefficients.Count];
        for (int row = 0; row < background.Rows; row++)
        {
            ReadOnlySpan<double> values = background.Row(row);
            for (int column = 0; column < means.Length; column++)
            {
                means[column] += values[column];
            }
        }

        double expected = intercept;
        for (int column = 0; column < means.Length; column++)
        {
            means[column] /= background.Rows;
            expected += coefficients[column] * means[column];
        }

        var parts = new Matrix(points.Rows, points.Columns);
        for (int row = 0; row < points.Rows; row++)
        {
            ReadOnlySpan<double> values = points.Row(row);
            Span<double> own = parts.Row(row);
            for (int column = 0; column < means.Length; column++)
            {
                own[column] = coefficients[column] * (values[column] - means[column]);
            }
        }

        return new ShapleyValues(expected, parts);
    }
}
