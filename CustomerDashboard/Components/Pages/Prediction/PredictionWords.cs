using System.Globalization;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>What the prediction says, in sentences.</summary>
public static class PredictionWords
{
    /// <summary>What is expected now, and how a model of this kind did on later data against its baseline.</summary>
    public static string Answer(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Task.Unavailable is { } unavailable)
        {
            return unavailable.Message;
        }

        var expected = Expected(view);
        return expected.Length == 0 ? Tested(view) : $"{expected} {Tested(view)}";
    }

    /// <summary>What the scores add up to.</summary>
    public static string Expected(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var scores = view.Task.Scores;
        if (scores.Count == 0)
        {
            return "";
        }

        var when = When(view);
        switch (view.Kind)
        {
            case QuestionKind.Binary:
                // The probabilities add up to the number to expect.
                var count = (long)Math.Round(scores.Sum(score => score.Value));
                return $"{view.Words.Expected(count, scores.Count)}{when}.";
            case QuestionKind.Numeric:
                return $"{Numbers.Counted(scores.Count, "customer")} are expected to {(view.IsMoney ? "spend" : "come to")} {view.Amount(scores.Sum(score => score.Value))}{when}, {view.Amount(scores.Average(score => score.Value))} each.";
            default:
                var largest = scores.Where(score => score.Class is not null).GroupBy(score => score.Class!.Value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
                return $"“{view.Task.Question.Classes[largest.Key]}” is the most likely answer for {Numbers.Count(largest.Count())} of {Numbers.Counted(scores.Count, "customer")}.";
        }
    }

    /// <summary>"On later data it ranks ... in 80% of pairs; recency alone in 76%."</summary>
    public static string Tested(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Task.Leading is not { Leading: { } judged } leading)
        {
            return "";
        }

        var where = leading.Forward is not null ? "On later data" : "On customers it had not seen";
        var own = Headline(view, judged);
        var name = Lower(leading.Name);
        if (leading.IsBaseline)
        {
            return $"{where} no model beat the best baseline, {name}, so the figures are its own: it {own}.";
        }

        return view.Baseline is { Leading: { } naive } baseline
            ? $"{where} the model ({name}) {own}; the best baseline, {Lower(baseline.Name)}, {Headline(view, naive, repeat: true)}."
            : $"{where} the model ({name}) {own}.";
    }

    /// <summary>The windows of the question in words.</summary>
    public static string When(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Task.Question.Id.StartsWith("first-purchase", StringComparison.Ordinal))
        {
            return $" in the {Numbers.Count(view.Result.Options.FirstPurchaseDays)} days after their first purchase";
        }

        return view.Task.Windows is null ? "" : $" in the next {Numbers.Counted(view.Result.Options.HorizonDays, "day")}";
    }

    /// <summary>A model's name within a sentence.</summary>
    public static string Lower(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0 ? name : char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    /// <summary>Of how many this was computed.</summary>
    public static string Sample(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Judgement is not { } judged)
        {
            return "";
        }

        var positives = judged is BinaryJudgement binary ? $", {Numbers.Count(binary.Positives)} of whom {view.Words.DidYes}" : "";
        return $"{Numbers.Counted(judged.Customers, "customer")} tested{positives}; learned from {Numbers.Count(judged.TrainedOn)}.";
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Settings(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var options = view.Result.Options;
        return
        [
            new("Outcome window", $"{options.HorizonDays} days"),
            new("Cut-off", view.Task.Windows is { } windows ? Numbers.Date(windows.Cutoff) : Numbers.None),
            new("Held out", Numbers.Percent(options.TestFraction)),
            new("Folds", Numbers.Count(options.FoldCount)),
            new("Resampling", options.Resampling.ToString()),
            new("Calibration", options.Calibration.ToString()),
            new("Seed", options.Seed.ToString(CultureInfo.CurrentCulture)),
        ];
    }

    /// <summary>The grade as a word or two.</summary>
    public static (string Text, string Chip) Grade(ModelGrade? grade) => grade?.Level switch
    {
        GradeLevel.Better => ("Better than its baseline", "chip-good"),
        GradeLevel.SlightlyBetter => ("A little better", "chip-accent"),
        GradeLevel.NoBetter => ("No better", "chip-warn"),
        GradeLevel.Worse => ("Worse", "chip-bad"),
        _ => ("", ""),
    };

    private static string Headline(TaskView view, ModelJudgement judged, bool repeat = false) => judged switch
    {
        BinaryJudgement binary when repeat => Numbers.Tenths(binary.RocAuc.Value),
        BinaryJudgement binary => $"puts the right one of two customers first {Numbers.Tenths(binary.RocAuc.Value)} of the time",
        RegressionJudgement errors when repeat => $"by {view.Amount(errors.MeanAbsoluteError.Value)}",
        RegressionJudgement errors => $"misses by {view.Amount(errors.MeanAbsoluteError.Value)} per customer on average",
        _ when repeat => Numbers.Tenths(judged.Headline.Value),
        _ => $"calls {Numbers.Tenths(judged.Headline.Value)} of customers right",
    };
}
