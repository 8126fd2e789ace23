using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Gives each class the mean of the probabilities its members give it. Costs what the members cost.</summary>
internal sealed class VotingMulticlass(IReadOnlyList<IMulticlassClassifier> members) : IMulticlassClassifier
{
    public string Name => ModelNames.Of(ModelKind.VotingEnsemble);

    public IMulticlassClassifierModel Fit(
        Matrix points, ReadOnlySpan<int> labels, int classCount, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var models = new IMulticlassClassifierModel[members.Count];
        for (int i = 0; i < models.Length; i++)
        {
            models[i] = members[i].Fit(points, labels, classCount, null, cancellationToken);
        }

        return new Model(points.Columns, classCount, models);
    }

    internal sealed class Model(int featureCount, int classCount, IMulticlassClassifierModel[] models) : IMulticlassClassifierModel
    {
        public IReadOnlyList<IMulticlassClassifierModel> Models => models;

        public int FeatureCount => featureCount;

        public int ClassCount => classCount;

        public Matrix PredictProbabilities(Matrix points)
        {
            var sum = new double[points.Rows * classCount];
            foreach (IMulticlassClassifierModel model in models)
            {
                double[] own = model.PredictProbabilities(points).Values;
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += own[i] / models.Length;
                }
            }

            return new Matrix(points.Rows, classCount, sum);
        }
    }
}
