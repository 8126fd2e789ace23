using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Foretells a column times a factor; learns nothing.</summary>
internal sealed class ColumnRegressor(int column, double factor) : IRegressor
{
    public string Name => ModelNames.Of(ModelKind.RunRate);

    public IRegressorModel Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new Model(points.Columns, column, factor);

    internal sealed class Model(int featureCount, int column, double factor) : IRegressorModel
    {
        public (int Column, double Factor) Parts => (column, factor);

        public int FeatureCount => featureCount;

        public double[] Predict(Matrix points)
        {
            var result = new double[points.Rows];
            for (int row = 0; row < result.Length; row++)
            {
                result[row] = points[row, column] * factor;
            }

            return result;
        }
    }
}
