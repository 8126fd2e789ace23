using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Boosted trees for a yes/no question; the margin is the log-odds. Takes missing values (NaN).</summary>
public sealed class GradientBoostedTreesClassifierModel : IClassifierModel
{
    internal GradientBoostedTreesClassifierModel(BoostedTreeEnsemble ensemble) => Ensemble = ensemble;

    /// <summary>The trees; their margins are log-odds.</summary>
    public BoostedTreeEnsemble Ensemble { get; }

    /// <inheritdoc />
    public int FeatureCount => Ensemble.FeatureCount;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points)
    {
        double[] margins = Ensemble.Margins(points)[0];
        for (int row = 0; row < margins.Length; row++)
        {
            margins[row] = LogisticRegression.Sigmoid(margins[row]);
        }

        return margins;
    }
}
