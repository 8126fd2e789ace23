using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Holds a model against the best baseline on the same customers.</summary>
internal static class Grading
{
    /// <summary>The gain in ROC-AUC, in accuracy and in the mean absolute error (as a share) from which a model is worth its trouble.</summary>
    private const double EnoughRanking = 0.02;
    private const double EnoughAccuracy = 0.03;
    private const double EnoughError = 0.05;

    public static ModelGrade? Grade(ModelEvaluation model, ModelEvaluation baseline)
    {
        if (model.Forward is not null && baseline.Forward is not null)
        {
            return Grade(model.Forward, baseline.Forward, baseline, "learned one period earlier and tested on");
        }

        return CrossValidated(model, baseline) ?? Grade(model.HoldOut, baseline.HoldOut, baseline, "tested on held-out");
    }

    /// <summary>The grade by the cross-validation; null where there is none.</summary>
    public static ModelGrade? CrossValidated(ModelEvaluation model, ModelEvaluation baseline) =>
        Grade(model.CrossValidation, baseline.CrossValidation, baseline, "cross-validated on");

    private static ModelGrade? Grade(ModelJudgement? own, ModelJudgement? naive, ModelEvaluation baseline, string how)
    {
        (double gain, double error, double enough) = (own, naive) switch
        {
            (BinaryJudgement first, BinaryJudgement second) => Ranking(first, second),
            (MulticlassJudgement first, MulticlassJudgement second) => Accuracy(first, second),
            (RegressionJudgement first, RegressionJudgement second) => Errors(first, second),
            _ => (double.NaN, double.NaN, 0),
        };
        if (own is null || naive is null || double.IsNaN(gain))
        {
            return null;
        }

        double margin = Resamples.NormalQuantile * error;
        GradeLevel level = gain > margin && gain >= enough ? GradeLevel.Better
            : gain > margin ? GradeLevel.SlightlyBetter
            : gain < -margin ? GradeLevel.Worse
            : GradeLevel.NoBetter;
        return new ModelGrade(level, baseline.Model, gain, gain - margin, gain + margin, Sentence(level, own, naive, Short(baseline), how));
    }

    /// <summary>A baseline as it is named within a sentence.</summary>
    internal static string Short(ModelEvaluation baseline) => baseline.Model switch
    {
        ModelKind.RunRate => "the run-rate",
        ModelKind.Majority => "giving everyone the same answer",
        ModelKind.Mean => "giving everyone the mean",
        ModelKind.Median => "giving everyone the median",
        ModelKind.LastPeriod => "asking who bought lately",
        _ => char.ToLowerInvariant(baseline.Name[0]) + baseline.Name[1..],
    };

    /// <summary>A headline figure as a person reads it.</summary>
    internal static string Figure(ModelJudgement judgement) => judgement switch
    {
        BinaryJudgement binary => FormattableString.Invariant($"{100 * binary.RocAuc.Value:0.0}% of pairs in the right order"),
        MulticlassJudgement several => FormattableString.Invariant($"{100 * several.Accuracy.Value:0.0}% called right"),
        _ => FormattableString.Invariant($"{judgement.Headline.Value:#,0.##} missed on average"),
    };

    private static string Sentence(GradeLevel level, ModelJudgement own, ModelJudgement naive, string baseline, string how)
    {
        string figures = FormattableString.Invariant($"{Figure(own)} against {Figure(naive)}, {how} {own.Customers:N0} customers");
        return level switch
        {
            GradeLevel.Better => $"Better than {baseline}: {figures}.",
            GradeLevel.SlightlyBetter => $"Slightly better than {baseline}: {figures}.",
            GradeLevel.Worse => $"Worse than {baseline}: {figures}.",
            _ => $"No better than {baseline}: {figures}; the difference may be chance.",
        };
    }

    private static (double Gain, double Error, double Enough) Ranking(BinaryJudgement first, BinaryJudgement second)
    {
        if (!first.RocAuc.Exists || !second.RocAuc.Exists)
        {
            return (double.NaN, double.NaN, 0);
        }

        (double difference, double error) = RocAucInterval.Compare(first.Wide(), second.Wide(), first.Labels);
        return (difference, error, EnoughRanking);
    }

    private static (double Gain, double Error, double Enough) Accuracy(MulticlassJudgement first, MulticlassJudgement second)
    {
        int[] own = Called(first), other = Called(second);
        var gains = new double[own.Length];
        for (int i = 0; i < gains.Length; i++)
        {
            gains[i] = (own[i] == first.Labels[i] ? 1 : 0) - (other[i] == second.Labels[i] ? 1 : 0);
        }

        return Paired(gains, EnoughAccuracy);
    }

    private static (double Gain, double Error, double Enough) Errors(RegressionJudgement first, RegressionJudgement second)
    {
        var gains = new double[first.Actual.Length];
        for (int i = 0; i < gains.Length; i++)
        {
            gains[i] = Math.Abs((double)second.Predicted[i] - second.Actual[i]) - Math.Abs((double)first.Predicted[i] - first.Actual[i]);
        }

        return Paired(gains, EnoughError * second.MeanAbsoluteError.Value);
    }

    private static (double Gain, double Error, double Enough) Paired(double[] gains, double enough)
    {
        JudgedValue mean = Resamples.Mean(gains, double.NegativeInfinity, double.PositiveInfinity);
        return (mean.Value, (mean.Upper - mean.Value) / Resamples.NormalQuantile, enough);
    }

    private static int[] Called(MulticlassJudgement judgement)
    {
        int classes = judgement.Confusion.ClassCount;
        var called = new int[judgement.Labels.Length];
        for (int row = 0; row < called.Length; row++)
        {
            ReadOnlySpan<float> own = judgement.Probabilities.AsSpan(row * classes, classes);
            for (int kind = 1; kind < classes; kind++)
            {
                called[row] = own[kind] > own[called[row]] ? kind : called[row];
            }
        }

        return called;
    }
}
