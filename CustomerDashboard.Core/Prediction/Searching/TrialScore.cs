using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>What settings are compared by: a figure for each kind of question that does not hang on a threshold.</summary>
internal static class TrialScore
{
    public static string Name(QuestionKind kind) => kind switch
    {
        QuestionKind.Binary => "ROC-AUC",
        QuestionKind.Multiclass => "Log loss",
        _ => "Mean absolute error",
    };

    public static bool HigherIsBetter(QuestionKind kind) => kind == QuestionKind.Binary;

    public static double Of(QuestionKind kind, FitJob job)
    {
        switch (kind)
        {
            case QuestionKind.Binary:
                return ClassificationMetrics.RocAuc(job.Predicted, job.Test.Labels());
            case QuestionKind.Multiclass:
                double loss = 0;
                int[] classes = job.Test.Classes();
                for (int row = 0; row < classes.Length; row++)
                {
                    loss -= Math.Log(Math.Max(1e-15, job.Probabilities![row, classes[row]])) / classes.Length;
                }

                return loss;
            default:
                return RegressionMetrics.MeanAbsoluteError(job.Predicted, job.Test.Targets);
        }
    }
}
