using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A fitted logistic regression: log-odds = intercept + sum of coefficient x feature.</summary>
public sealed class LogisticRegressionModel : IClassifierModel
{
    private readonly double[] _coefficients;

    internal LogisticRegressionModel(
        double intercept, double[] coefficients, double interceptError, double[] standardErrors, double logLikelihood, int iterations, bool converged)
    {
        Intercept = intercept;
        _coefficients = coefficients;
        InterceptStandardError = interceptError;
        StandardErrors = standardErrors;
        LogLikelihood = logLikelihood;
        Iterations = iterations;
        Converged = converged;
    }

    public double Intercept { get; }

    /// <summary>One log-odds ratio per unit of each feature.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    public double InterceptStandardError { get; }

    /// <summary>
    /// From the curvature of the penalised likelihood at the optimum; with a penalty these are those of a Gaussian
    /// prior, slightly small for a frequentist reading. NaN with an L1 penalty, whose optimum has none.
    /// </summary>
    public IReadOnlyList<double> StandardErrors { get; }

    /// <summary>Log-likelihood of the training rows by their weights, without the penalty.</summary>
    public double LogLikelihood { get; }

    public int Iterations { get; }

    public bool Converged { get; }

    /// <inheritdoc />
    public int FeatureCount => _coefficients.Length;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points)
    {
        ClassificationData.RequirePredictable(points, FeatureCount);
        var result = new double[points.Rows];
        for (int row = 0; row < result.Length; row++)
        {
            ReadOnlySpan<double> values = points.Row(row);
            double logOdds = Intercept;
            for (int column = 0; column < values.Length; column++)
            {
                logOdds += _coefficients[column] * values[column];
            }

            result[row] = LogisticRegression.Sigmoid(logOdds);
        }

        return result;
    }
}
