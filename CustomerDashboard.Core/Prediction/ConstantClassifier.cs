using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>The baseline that gives everyone the share of positives it learned from, and so always calls the majority.</summary>
internal sealed class ConstantClassifier : IClassifier
{
    public string Name => "Majority";

    public IClassifierModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ClassificationData.RequireLearnable(points, labels);
        return new Model(points.Columns, (double)labels.Count(true) / labels.Length);
    }

    private sealed class Model(int featureCount, double share) : IClassifierModel
    {
        public int FeatureCount => featureCount;

        public double[] PredictProbability(Matrix points)
        {
            ClassificationData.RequirePredictable(points, featureCount);
            var result = new double[points.Rows];
            Array.Fill(result, share);
            return result;
        }
    }
}
