using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>The fitted members of a <see cref="VotingEnsemble"/>.</summary>
public sealed class VotingModel : IClassifierModel
{
    private readonly IClassifierModel[] _models;
    private readonly double[] _weights;

    internal VotingModel(IClassifierModel[] models, double[] weights)
    {
        _models = models;
        _weights = weights;
    }

    /// <summary>The fitted members in their order.</summary>
    public IReadOnlyList<IClassifierModel> Models => _models;

    /// <summary>How much each has to say; the sum is 1.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <inheritdoc />
    public int FeatureCount => _models[0].FeatureCount;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points)
    {
        LearningData.RequireColumns(points, FeatureCount);
        var result = new double[points.Rows];
        for (int i = 0; i < _models.Length; i++)
        {
            double[] votes = _models[i].PredictProbability(points);
            for (int row = 0; row < result.Length; row++)
            {
                result[row] += _weights[i] * votes[row];
            }
        }

        for (int row = 0; row < result.Length; row++)
        {
            result[row] = Math.Min(1, result[row]);
        }

        return result;
    }
}
