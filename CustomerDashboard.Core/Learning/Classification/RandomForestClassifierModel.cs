using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A grown random forest.</summary>
public sealed class RandomForestClassifierModel : IClassifierModel
{
    private readonly double[]? _outOfBag;

    internal RandomForestClassifierModel(DecisionForest forest, double[]? outOfBag, double[] targets)
    {
        Forest = forest;
        _outOfBag = outOfBag;
        if (outOfBag is not null)
        {
            OutOfBagAccuracy = Accuracy(outOfBag, targets);
        }
    }

    /// <summary>The trees; a leaf's value is its share of positives.</summary>
    public DecisionForest Forest { get; }

    /// <summary>
    /// For each training row the probability by the trees that did not learn from it, NaN where every tree did; null unless asked for.
    /// </summary>
    public IReadOnlyList<double>? OutOfBagProbabilities => _outOfBag;

    /// <summary>The share of training rows that the trees which did not learn from them judge right at one half; null unless asked for.</summary>
    public double? OutOfBagAccuracy { get; }

    /// <inheritdoc />
    public int FeatureCount => Forest.FeatureCount;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points)
    {
        ClassificationData.RequirePredictable(points, FeatureCount);
        return Forest.Values(points);
    }

    private static double? Accuracy(double[] probabilities, double[] targets)
    {
        int judged = 0;
        int right = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (!double.IsNaN(probabilities[row]))
            {
                judged++;
                right += probabilities[row] > 0.5 == targets[row] > 0.5 ? 1 : 0;
            }
        }

        return judged == 0 ? null : (double)right / judged;
    }
}
