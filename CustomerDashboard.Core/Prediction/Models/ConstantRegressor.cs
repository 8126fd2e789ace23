using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Foretells the mean or the median of the training data for everyone.</summary>
internal sealed class ConstantRegressor(bool median) : IRegressor
{
    public string Name => ModelNames.Of(median ? ModelKind.Median : ModelKind.Mean);

    public IRegressorModel Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        double value = 0;
        if (median)
        {
            double[] sorted = targets.ToArray();
            Array.Sort(sorted);
            value = (sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2);
        }
        else
        {
            foreach (double target in targets)
            {
                value += target / targets.Length;
            }
        }

        return new Model(points.Columns, value);
    }

    internal sealed class Model(int featureCount, double value) : IRegressorModel
    {
        public double Value => value;

        public int FeatureCount => featureCount;

        public double[] Predict(Matrix points)
        {
            var result = new double[points.Rows];
            Array.Fill(result, value);
            return result;
        }
    }
}
