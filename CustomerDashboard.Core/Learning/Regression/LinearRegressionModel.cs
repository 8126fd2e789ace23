using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>A fitted linear regression: intercept + sum of coefficient x feature.</summary>
public sealed class LinearRegressionModel : IRegressorModel
{
    private readonly double[] _coefficients;

    internal LinearRegressionModel(double intercept, double[] coefficients, int[] redundantColumns)
    {
        Intercept = intercept;
        _coefficients = coefficients;
        RedundantColumns = redundantColumns;
    }

    public double Intercept { get; }

    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>Columns that are constant or a combination of others, ascending; their coefficient is 0.</summary>
    public IReadOnlyList<int> RedundantColumns { get; }

    /// <inheritdoc />
    public int FeatureCount => _coefficients.Length;

    /// <inheritdoc />
    public double[] Predict(Matrix points)
    {
        RegressionData.RequirePredictable(points, FeatureCount);
        var result = new double[points.Rows];
        for (int row = 0; row < result.Length; row++)
        {
            ReadOnlySpan<double> values = points.Row(row);
            double sum = Intercept;
            for (int column = 0; column < values.Length; column++)
            {
                sum += _coefficients[column] * values[column];
            }

            result[row] = sum;
        }

        return result;
    }
}
