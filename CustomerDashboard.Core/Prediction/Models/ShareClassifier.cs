using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Gives every row the shares of the classes seen in training. O(n).</summary>
internal sealed class ShareClassifier : IClassifier, IMulticlassClassifier
{
    public string Name => ModelNames.Of(ModelKind.Majority);

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        new Model(points.Columns, [1 - (labels.Count(true) / (double)labels.Length), labels.Count(true) / (double)labels.Length]);

    IMulticlassClassifierModel IMulticlassClassifier.Fit(
        Matrix points, ReadOnlySpan<int> labels, int classCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var shares = new double[classCount];
        foreach (int label in labels)
        {
            shares[label] += 1.0 / labels.Length;
        }

        return new Model(points.Columns, shares);
    }

    internal sealed class Model(int featureCount, double[] shares) : IClassifierModel, IMulticlassClassifierModel
    {
        public IReadOnlyList<double> Shares => shares;

        public int FeatureCount => featureCount;

        public int ClassCount => shares.Length;

        public double[] PredictProbability(Matrix points)
        {
            var result = new double[points.Rows];
            Array.Fill(result, shares[1]);
            return result;
        }

        public Matrix PredictProbabilities(Matrix points)
        {
            var result = new Matrix(points.Rows, shares.Length);
            for (int row = 0; row < result.Rows; row++)
            {
                shares.CopyTo(result.Row(row));
            }

            return result;
        }
    }
}
