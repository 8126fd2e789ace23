using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>A grown random forest of regression trees.</summary>
public sealed class RandomForestRegressorModel : IRegressorModel
{
    private readonly double[]? _outOfBag;

    internal RandomForestRegressorModel(DecisionForest forest, double[]? outOfBag, double[] targets)
    {
        Forest = forest;
        _outOfBag = outOfBag;
        if (outOfBag is not null)
        {
            OutOfBagR2 = R2(outOfBag, targets);
        }
    }

    /// <summary>The trees; a leaf's value is its mean target.</summary>
    public DecisionForest Forest { get; }

    /// <summary>
    /// For each training row the forecast by the trees that did not learn from it, NaN where every tree did; null unless asked for.
    /// </summary>
    public IReadOnlyList<double>? OutOfBagPredictions => _outOfBag;

    /// <summary>
    /// The share of the targets' variance explained by the trees that did not learn from them; null unless asked for, or where
    /// the targets do not vary.
    /// </summary>
    public double? OutOfBagR2 { get; }

    /// <inheritdoc />
    public int FeatureCount => Forest.FeatureCount;

    /// <inheritdoc />
    public double[] Predict(Matrix points)
    {
        RegressionData.RequirePredictable(points, FeatureCount);
        return Forest.Values(points);
    }

    private static double? R2(double[] forecasts, double[] targets)
    {
        double sum = 0;
        int judged = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (!double.IsNaN(forecasts[row]))
            {
                sum += targets[row];
                judged++;
            }
        }

        double mean = sum / judged;
        double total = 0;
        double left = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (!double.IsNaN(forecasts[row]))
            {
                total += (targets[row] - mean) * (targets[row] - mean);
                left += (targets[row] - forecasts[row]) * (targets[row] - forecasts[row]);
            }
        }

        return total > 0 ? 1 - (left / total) : null;
    }
}
