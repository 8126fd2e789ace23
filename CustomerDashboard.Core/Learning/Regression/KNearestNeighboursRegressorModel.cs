using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>The rows and targets that speak for new rows.</summary>
public sealed class KNearestNeighboursRegressorModel : IRegressorModel
{
    private readonly NeighbourIndex _index;
    private readonly double[] _targets;

    internal KNearestNeighboursRegressorModel(NeighbourIndex index, double[] targets)
    {
        _index = index;
        _targets = targets;
    }

    internal NeighbourIndex Index => _index;

    internal ReadOnlySpan<double> Targets => _targets;

    /// <inheritdoc />
    public int FeatureCount => _index.FeatureCount;

    /// <inheritdoc />
    public double[] Predict(Matrix points)
    {
        RegressionData.RequirePredictable(points, FeatureCount);
        var result = new double[points.Rows];
        _index.Ask(points, (row, neighbours, weights) =>
        {
            // Differences from the nearest keep equal targets exactly as they are.
            double nearest = _targets[neighbours[0]];
            double sum = 0;
            for (int i = 1; i < neighbours.Length; i++)
            {
                sum += weights[i] * (_targets[neighbours[i]] - nearest);
            }

            result[row] = nearest + sum;
        });
        return result;
    }
}
