using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Answers a question of several classes by one yes/no classifier per class against all others; the probabilities are scaled to sum to 1. A
/// class without rows has probability 0. Costs one fit per class.
/// </summary>
/// <remarks>R. Rifkin, A. Klautau, "In defense of one-vs-all classification", 2004.</remarks>
public sealed class OneVersusRest(IClassifier classifier) : IMulticlassClassifier
{
    /// <inheritdoc />
    public string Name => classifier.Name;

    /// <inheritdoc />
    public IMulticlassClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ClassificationData.RequireLearnable(points, labels, classCount);
        var models = new IClassifierModel?[classCount];
        var own = new bool[labels.Length];
        for (int kind = 0; kind < classCount; kind++)
        {
            for (int row = 0; row < own.Length; row++)
            {
                own[row] = labels[row] == kind;
            }

            if (own.AsSpan().Contains(true))
            {
                IProgress<WorkProgress>? part =
                    PartialProgress.Of(progress, (double)kind / classCount, (kind + 1.0) / classCount);
                models[kind] = classifier.Fit(points, own, part, cancellationToken);
            }
        }

        return new Model(points.Columns, models);
    }

    internal sealed class Model(int featureCount, IClassifierModel?[] models) : IMulticlassClassifierModel
    {
        /// <summary>One for each class; null for a class without rows.</summary>
        public IReadOnlyList<IClassifierModel?> Models => models;

        public int FeatureCount => featureCount;

        public int ClassCount => models.Length;

        public Matrix PredictProbabilities(Matrix points)
        {
            LearningData.RequireColumns(points, featureCount);
            var result = new Matrix(points.Rows, models.Length);
            for (int kind = 0; kind < models.Length; kind++)
            {
                double[] own = models[kind]?.PredictProbability(points) ?? new double[points.Rows];
                for (int row = 0; row < own.Length; row++)
                {
                    result[row, kind] = own[row];
                }
            }

            for (int row = 0; row < result.Rows; row++)
            {
                Scale(result.Row(row));
            }

            return result;
        }

        private void Scale(Span<double> shares)
        {
            double sum = 0;
            int learned = 0;
            for (int kind = 0; kind < shares.Length; kind++)
            {
                sum += shares[kind];
                learned += models[kind] is null ? 0 : 1;
            }

            for (int kind = 0; kind < shares.Length; kind++)
            {
                // Where no class claims the row, all that were learned are alike.
                shares[kind] = sum > 0 ? shares[kind] / sum : models[kind] is null ? 0 : 1.0 / learned;
            }
        }
    }
}
