using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A fitted logistic regression of several classes.</summary>
public sealed class MultinomialLogisticRegressionModel : IMulticlassClassifierModel
{
    private readonly double[] _intercepts;

    internal MultinomialLogisticRegressionModel(double[] intercepts, Matrix coefficients, int iterations, bool converged)
    {
        _intercepts = intercepts;
        Coefficients = coefficients;
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>The log-odds of each class at the origin, up to a number common to all; minus infinity for a class without rows.</summary>
    public IReadOnlyList<double> Intercepts => _intercepts;

    /// <summary>One row per class, one column per feature.</summary>
    public Matrix Coefficients { get; }

    public int Iterations { get; }

    public bool Converged { get; }

    /// <inheritdoc />
    public int FeatureCount => Coefficients.Columns;

    /// <inheritdoc />
    public int ClassCount => Coefficients.Rows;

    /// <inheritdoc />
    public Matrix PredictProbabilities(Matrix points)
    {
        ClassificationData.RequirePredictable(points, FeatureCount);
        var result = new Matrix(points.Rows, ClassCount);
        for (int row = 0; row < points.Rows; row++)
        {
            Span<double> odds = result.Row(row);
            for (int kind = 0; kind < odds.Length; kind++)
            {
                odds[kind] = _intercepts[kind] + VectorSums.Dot(points.Row(row), Coefficients.Row(kind));
            }

            MultinomialObjective.Normalise(odds);
        }

        return result;
    }
}
