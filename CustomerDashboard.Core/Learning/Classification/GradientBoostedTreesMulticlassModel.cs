using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Boosted trees for several classes; probabilities are the exponentials of the margins divided by their sum. Takes missing values (NaN).
/// </summary>
public sealed class GradientBoostedTreesMulticlassModel : IMulticlassClassifierModel
{
    internal GradientBoostedTreesMulticlassModel(BoostedTreeEnsemble ensemble) => Ensemble = ensemble;

    /// <summary>The trees; one margin for each class.</summary>
    public BoostedTreeEnsemble Ensemble { get; }

    /// <inheritdoc />
    public int FeatureCount => Ensemble.FeatureCount;

    /// <inheritdoc />
    public int ClassCount => Ensemble.OutputCount;

    /// <inheritdoc />
    public Matrix PredictProbabilities(Matrix points)
    {
        double[][] margins = Ensemble.Margins(points);
        var result = new Matrix(points.Rows, margins.Length);
        for (int row = 0; row < result.Rows; row++)
        {
            Span<double> probabilities = result.Row(row);
            double largest = double.NegativeInfinity;
            foreach (double[] margin in margins)
            {
                largest = Math.Max(largest, margin[row]);
            }

            double sum = 0;
            for (int output = 0; output < margins.Length; output++)
            {
                probabilities[output] = Math.Exp(margins[output][row] - largest);
                sum += probabilities[output];
            }

            for (int output = 0; output < margins.Length; output++)
            {
                probabilities[output] /= sum;
            }
        }

        return result;
    }
}
