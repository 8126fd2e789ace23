using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>
/// Looks for features that tell the answer alone: a small tree on each feature for itself, judged on customers left out, whatever the shape of the
/// relation. Honest features of what people do next never come near certainty.
/// </summary>
public static class SingleFeatures
{
    /// <summary>From here on a feature is suspected of being the answer.</summary>
    public const double Suspicious = 0.98;

    private const int Folds = 2;

    /// <summary>Every feature, the most telling first. Costs a few small trees for each feature.</summary>
    /// <param name="rows">Customers with their answers; NaN where a value is missing.</param>
    /// <param name="kind">What the answers are.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <param name="features">What the columns are.</param>
    /// <param name="cancellationToken">Checked between features.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<SingleFeature> Judge(
        TaskRows rows, QuestionKind kind, int classCount, IReadOnlyList<FeatureDefinition> features, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(features);
        var result = new SingleFeature[features.Count];
        ParallelWork.Run(
            features.Count,
            null,
            feature =>
            {
                Matrix column = Filled(rows.Features.Column(feature));
                double score = kind == QuestionKind.Numeric ? OfNumber(column, rows.Targets) : OfClasses(column, rows.Classes(), kind == QuestionKind.Binary ? 2 : classCount);
                bool suspicious = score >= Suspicious;
                string name = features[feature].Name;
                string measure = kind == QuestionKind.Numeric ? "R2" : "AUC";
                result[feature] = new SingleFeature(feature, features[feature].Id, name, score, suspicious, FormattableString.Invariant(
                    $"{name} alone tells the answer with {measure} {score:0.000}{(suspicious ? ": probably it is the answer, written down differently or afterwards. Leave it out and look again" : "")}."));
            },
            cancellationToken);
        Array.Sort(result, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Feature.CompareTo(b.Feature));
        return result;
    }

    /// <summary>A missing value may itself tell the answer: it gets a place of its own below all others.</summary>
    private static Matrix Filled(double[] values)
    {
        double least = 0;
        foreach (double value in values)
        {
            least = Math.Min(least, double.IsNaN(value) ? 0 : value);
        }

        return new Matrix(values.Length, 1, Array.ConvertAll(values, value => double.IsNaN(value) ? least - 1 : value));
    }

    private static DecisionTreeOptions Options(int rows) => new() { MaxDepth = 8, MinSamplesLeaf = Math.Max(1, rows / 200) };

    private static double OfClasses(Matrix column, int[] classes, int classCount)
    {
        double sum = 0;
        int judged = 0;
        for (int kind = classCount == 2 ? 1 : 0; kind < classCount; kind++)
        {
            bool[] own = Array.ConvertAll(classes, label => label == kind);
            int positives = own.AsSpan().Count(true);
            if (Math.Min(positives, own.Length - positives) < Folds)
            {
                continue;
            }

            var tree = new DecisionTreeClassifier(Options(own.Length));
            double[] outOfFold = CrossValidation.Run(tree, column, own, StratifiedKFold.Split(own, Folds, 1), 1).OutOfFold;
            sum += ClassificationMetrics.RocAuc(outOfFold, own);
            judged++;
        }

        return judged == 0 ? 0.5 : sum / judged;
    }

    private static double OfNumber(Matrix column, double[] targets)
    {
        if (targets.Length < 2 * Folds)
        {
            return 0;
        }

        var tree = new DecisionTreeRegressor(Options(targets.Length));
        double[] outOfFold = CrossValidation.Run(tree, column, targets, KFold.Split(targets.Length, Folds, 1), 1).OutOfFold;
        double r2 = RegressionMetrics.R2(outOfFold, targets);
        return double.IsNaN(r2) ? 0 : r2;
    }
}
