using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>Boosted regression trees. Takes missing values (NaN).</summary>
public sealed class GradientBoostedTreesRegressorModel : IRegressorModel
{
    internal GradientBoostedTreesRegressorModel(BoostedTreeEnsemble ensemble, BoostingLoss loss)
    {
        Ensemble = ensemble;
        Loss = loss;
    }

    /// <summary>The trees; their margin is the forecast, or its logarithm with Tweedie's loss.</summary>
    public BoostedTreeEnsemble Ensemble { get; }

    public BoostingLoss Loss { get; }

    /// <inheritdoc />
    public int FeatureCount => Ensemble.FeatureCount;

    /// <inheritdoc />
    public double[] Predict(Matrix points)
    {
        double[] margins = Ensemble.Margins(points)[0];
        for (int row = 0; Loss == BoostingLoss.Tweedie && row < margins.Length; row++)
        {
            margins[row] = Math.Exp(margins[row]);
        }

        return margins;
    }
}
