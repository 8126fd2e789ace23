using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Divides rows by one threshold on one column and gives each side the share of yes seen there. O(n).</summary>
internal sealed class GroupRateClassifier(int column, double threshold) : IClassifier
{
    public string Name => ModelNames.Of(ModelKind.LastPeriod);

    public IClassifierModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Span<int> counts = stackalloc int[2];
        Span<int> positives = stackalloc int[2];
        for (int row = 0; row < labels.Length; row++)
        {
            int side = points[row, column] <= threshold ? 0 : 1;
            counts[side]++;
            positives[side] += labels[row] ? 1 : 0;
        }

        // A side nobody stood on gets the rate of all.
        double all = (positives[0] + positives[1]) / (double)Math.Max(1, labels.Length);
        return new Model(
            points.Columns,
            column,
            threshold,
            counts[0] == 0 ? all : positives[0] / (double)counts[0],
            counts[1] == 0 ? all : positives[1] / (double)counts[1]);
    }

    internal sealed class Model(int featureCount, int column, double threshold, double near, double far) : IClassifierModel
    {
        public (int Column, double Threshold, double Near, double Far) Parts => (column, threshold, near, far);

        public int FeatureCount => featureCount;

        public double[] PredictProbability(Matrix points)
        {
            var result = new double[points.Rows];
            for (int row = 0; row < result.Length; row++)
            {
                result[row] = points[row, column] <= threshold ? near : far;
            }

            return result;
        }
    }
}
