using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Chooses what leads, puts it in words, and scores the customers with it.</summary>
internal static class TaskReport
{
    /// <summary>
    /// Models within so much of the best are as good; then the one that is easier to explain leads. A share of the error for numbers.
    /// </summary>
    private const double AsGood = 0.003;
    private const double AsGoodError = 0.01;

    /// <summary>From the easiest to explain to the hardest.</summary>
    private static readonly ModelKind[] Simplest =
    [
        ModelKind.LogisticRegression, ModelKind.LogisticRegressionL1, ModelKind.RidgeRegression, ModelKind.LinearRegression, ModelKind.DecisionTree,
        ModelKind.BoostedTrees, ModelKind.BoostedTreesTweedie, ModelKind.CorrectedRunRate, ModelKind.RandomForest, ModelKind.SupportVectorsLinear,
        ModelKind.NearestNeighbours, ModelKind.SupportVectorsRbf, ModelKind.VotingEnsemble,
    ];

    public static TaskResult Write(PreparedTask task, IReadOnlyList<ModelEvaluation> evaluations)
    {
        var result = new TaskResult
        {
            Question = task.Question,
            Unavailable = task.Unavailable,
            Windows = task.Windows,
            EarlierWindows = task.EarlierWindows,
            ScoringWindows = task.ScoringWindows,
            LeftOut = task.LeftOut,
            Notes = task.Notes,
            Verdict = task.Unavailable?.Message ?? "",
        };
        if (task.Unavailable is not null || task.Data is not { } data)
        {
            return result;
        }

        ModelEvaluation? baseline = BaselineChoice.Best(evaluations);
        ModelEvaluation[] graded =
            [.. evaluations.Select(e => e.IsBaseline || baseline is null ? e : e with { Grade = Grading.Grade(e, baseline) })];
        (ModelEvaluation? leading, string reason) = Choose(graded, baseline, task.Question.Kind);
        return result with
        {
            Customers = data.Current.Count,
            ClassCounts = Counts(task),
            ActualTotal = task.Question.Kind == QuestionKind.Numeric ? data.Current.Targets.Sum() : null,
            TrainingCustomers = data.HoldOut.Train.Length,
            HoldoutCustomers = data.HoldOut.Test.Length,
            Features = task.Features,
            Models = graded,
            LeadingModel = leading?.Model,
            LeadingReason = reason,
            Verdict = leading is null ? "No model could learn this." : Verdict(task.Question, leading, baseline),
            Data = data,
        };
    }

    /// <summary>Learns the leading model from everyone whose answer is known and scores who is asked about.</summary>
    public static TaskResult Score(PreparedTask task, TaskResult result, PredictionOptions options, CancellationToken cancellationToken)
    {
        FittedTask fitted = PredictionLaboratory.Fit(result, result.LeadingModel!.Value, options, cancellationToken);
        return result with { Fitted = fitted, Scores = Score(task, fitted) };
    }

    private static CustomerScore[] Score(PreparedTask task, FittedTask fitted)
    {
        if (task.Data?.Scoring is not { Count: > 0 } rows)
        {
            return [];
        }

        var scores = new CustomerScore[rows.Count];
        if (task.Question.Kind == QuestionKind.Multiclass)
        {
            Numerics.Matrix probabilities = fitted.PredictProbabilities(rows.Features);
            int[] called = Learning.Metrics.MulticlassMetrics.MostProbable(probabilities);
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] = Of(task, rows, row, probabilities[row, called[row]], called[row]);
            }
        }
        else
        {
            double[] values = fitted.Predict(rows.Features);
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] = Of(task, rows, row, values[row], null);
            }
        }

        Array.Sort(scores, (a, b) =>
        {
            int order = (b.ValueAtRisk ?? b.Value).CompareTo(a.ValueAtRisk ?? a.Value);
            return order != 0 ? order : a.Customer.CompareTo(b.Customer);
        });
        return scores;
    }

    private static CustomerScore Of(PreparedTask task, TaskRows rows, int row, double value, int? kind) => new(
        rows.Customers[row],
        task.CustomerIds[rows.Customers[row]],
        value,
        kind,
        task.LastYearSpend?[row],
        task.RanksByValueAtRisk && task.LastYearSpend is { } spend ? value * Math.Max(0, spend[row]) : null);

    private static (ModelEvaluation? Leading, string Reason) Choose(
        IReadOnlyList<ModelEvaluation> models, ModelEvaluation? baseline, QuestionKind kind)
    {
        ModelEvaluation? best = BaselineChoice.BestModel(models);
        if (best is null)
        {
            return (baseline, baseline is null ? "" : "No model could learn this, so the baseline stands in for one.");
        }

        if (baseline is not null && best.Grade is { Level: GradeLevel.NoBetter, Gain: > 0 } && kind == QuestionKind.Numeric
            && Grading.CrossValidated(best, baseline) is { Level: GradeLevel.Better or GradeLevel.SlightlyBetter })
        {
            return (best, $"{best.Name} is ahead of {Grading.Short(baseline)} one period later by what chance alone could explain, and clearly ahead over the folds of the current one.");
        }

        if (baseline is not null && (best.Grade?.Level == GradeLevel.Worse || (kind == QuestionKind.Numeric && best.Grade?.Level == GradeLevel.NoBetter)))
        {
            return (baseline, $"No model is better than {Grading.Short(baseline)}, so that is what customers are given.");
        }

        string view = best.Forward is not null ? "one period later" : best.CrossValidation is not null ? "over the folds" : "on the hold-out";
        double top = best.Leading!.Headline.Value;
        double near = kind == QuestionKind.Numeric ? AsGoodError * Math.Abs(top) : AsGood;
        ModelEvaluation chosen = models
            .Where(m => !m.IsBaseline && m.Leading is { Headline.Exists: true } own && Math.Abs(own.Headline.Value - top) <= near)
            .MinBy(m => Array.IndexOf(Simplest, m.Model))!;
        return chosen.Model == best.Model
            ? (chosen, $"{chosen.Name} does best {view}.")
            : (chosen, $"{chosen.Name} is as good {view} as the best ({best.Name.ToLowerInvariant()}, ahead by less than counts) and easier to explain.");
    }

    private static string Verdict(PredictionQuestion question, ModelEvaluation leading, ModelEvaluation? baseline)
    {
        ModelJudgement own = leading.Leading!;
        string sample = FormattableString.Invariant(
            $"{(leading.Forward is not null ? "Learned earlier and tested on" : leading.CrossValidation is not null ? "Cross-validated on" : "Tested on")} {own.Customers:N0} customers");
        string quality = own switch
        {
            BinaryJudgement binary => FormattableString.Invariant(
                $"{leading.Name.ToLowerInvariant()} puts a customer who {question.Positive} above one who {question.Negative} in {100 * binary.RocAuc.Value:0.0}% of pairs (95% interval {100 * binary.RocAuc.Lower:0.0}% to {100 * binary.RocAuc.Upper:0.0}%)"),
            MulticlassJudgement several => FormattableString.Invariant(
                $"{leading.Name.ToLowerInvariant()} names the right class for {100 * several.Accuracy.Value:0.0}% (95% interval {100 * several.Accuracy.Lower:0.0}% to {100 * several.Accuracy.Upper:0.0}%)"),
            _ => FormattableString.Invariant(
                $"{leading.Name.ToLowerInvariant()} misses by {own.Headline.Value:#,0.##} on average (95% interval {own.Headline.Lower:#,0.##} to {own.Headline.Upper:#,0.##})"),
        };
        return $"{sample}, {quality}{Comparison(leading, baseline)}.";
    }

    private static string Comparison(ModelEvaluation leading, ModelEvaluation? baseline)
    {
        if (baseline?.Leading is null)
        {
            return "";
        }

        if (leading.IsBaseline)
        {
            return ": no model here is better than this baseline";
        }

        string name = Grading.Short(baseline), figure = Grading.Figure(baseline.Leading);
        return leading.Grade?.Level switch
        {
            GradeLevel.Better or GradeLevel.SlightlyBetter => $", better than {name} with {figure}",
            GradeLevel.Worse => $", worse than {name} with {figure}",
            _ => $", no better than {name} with {figure}: the difference may be chance",
        };
    }

    private static int[] Counts(PreparedTask task)
    {
        var counts = new int[task.Question.Classes.Count];
        if (counts.Length > 0)
        {
            foreach (double target in task.Data!.Current.Targets)
            {
                counts[(int)target]++;
            }
        }

        return counts;
    }
}
