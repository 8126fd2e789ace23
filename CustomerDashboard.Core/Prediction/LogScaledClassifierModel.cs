using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>A logistic regression together with the scaling it was learned with.</summary>
internal sealed class LogScaledClassifierModel(int featureCount, int[] columns, ScalerModel scaler, LogisticRegressionModel model)
    : IClassifierModel
{
    public ScalerModel Scaler => scaler;

    public LogisticRegressionModel Model => model;

    public int FeatureCount => featureCount;

    public double[] PredictProbability(Matrix points)
    {
        ClassificationData.RequirePredictable(points, featureCount);
        return model.PredictProbability(scaler.Transform(LogTransform.Transform(points.SelectColumns(columns))));
    }
}
