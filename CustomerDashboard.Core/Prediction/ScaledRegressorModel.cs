using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>A linear regression together with the scaling it was learned with.</summary>
internal sealed class ScaledRegressorModel(ScalerModel scaler, LinearRegressionModel model) : IRegressorModel
{
    public LinearRegressionModel Model => model;

    public int FeatureCount => model.FeatureCount;

    public double[] Predict(Matrix points)
    {
        RegressionData.RequirePredictable(points, FeatureCount);
        double[] result = model.Predict(scaler.Transform(points));
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Math.Max(0, result[i]);
        }

        return result;
    }
}
