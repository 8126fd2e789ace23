using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>The rows and classes that speak for new rows.</summary>
public sealed class KNearestNeighboursClassifierModel : IClassifierModel, IMulticlassClassifierModel
{
    private readonly NeighbourIndex _index;
    private readonly int[] _labels;

    internal KNearestNeighboursClassifierModel(NeighbourIndex index, int[] labels, int classCount)
    {
        _index = index;
        _labels = labels;
        ClassCount = classCount;
    }

    internal NeighbourIndex Index => _index;

    internal ReadOnlySpan<int> Labels => _labels;

    /// <inheritdoc cref="IClassifierModel.FeatureCount" />
    public int FeatureCount => _index.FeatureCount;

    /// <inheritdoc />
    public int ClassCount { get; }

    /// <summary>The probability of class 1 for each row: of yes, where the question was yes or no.</summary>
    /// <inheritdoc cref="IClassifierModel.PredictProbability" />
    public double[] PredictProbability(Matrix points) => PredictProbabilities(points).Column(1);

    /// <inheritdoc />
    public Matrix PredictProbabilities(Matrix points)
    {
        ClassificationData.RequirePredictable(points, FeatureCount);
        var result = new Matrix(points.Rows, ClassCount);
        _index.Ask(points, (row, neighbours, weights) =>
        {
            Span<double> shares = result.Row(row);
            for (int i = 0; i < neighbours.Length; i++)
            {
                shares[_labels[neighbours[i]]] += weights[i];
            }

            // Adding up the weights may end a rounding error above 1.
            for (int kind = 0; kind < shares.Length; kind++)
            {
                shares[kind] = Math.Min(1, shares[kind]);
            }
        });
        return result;
    }
}
