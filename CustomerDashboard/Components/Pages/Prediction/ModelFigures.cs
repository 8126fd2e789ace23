using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction.Explaining;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Charts that set the models of a question against each other.</summary>
public static class ModelFigures
{
    /// <summary>Every model in the three tests.</summary>
    public static PlotlyFigure Leaderboard(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var baseline = view.Baseline is { } best ? view.JudgementOf(best)?.Headline.Value : null;
        return LeaderboardFigure.Create(
            // Saying the same of everyone ranks nobody: its 0.5 would only squeeze the others.
            [.. view.Ranked.Where(model => model.Failure is null && model.Leading is not null && !(view.Kind == QuestionKind.Binary && model.Model == ModelKind.Majority)).Select(model => new LeaderboardRow(
                model.Name, Score(model.CrossValidation), Score(model.HoldOut), Score(model.Forward), model.IsBaseline, model.Model == view.Model?.Model))],
            Axis(view), baseline, view.Baseline is null ? null : PredictionWords.Lower(view.Baseline.Name));
    }

    /// <summary>ROC, precision-recall, gain or lift of every model in the test chosen.</summary>
    public static PlotlyFigure Curves(TaskView view, string curve)
    {
        ArgumentNullException.ThrowIfNull(view);
        (ModelEvaluation Model, BinaryJudgement Judged)[] judged = [.. view.Task.Models
            .Select(model => (model, Judged: view.JudgementOf(model) as BinaryJudgement)).Where(pair => pair.Judged is not null).Select(pair => (pair.model, pair.Judged!))];
        ModelCurve[] curves = [.. judged.Select(pair => Curve(pair.Model, pair.Judged))];
        return curve switch
        {
            "pr" => ModelCurvesFigure.PrecisionRecall(curves, judged.Length == 0 ? 0 : (double)judged[0].Judged.Positives / judged[0].Judged.Customers),
            "gain" => ModelCurvesFigure.Gain(curves),
            "lift" => ModelCurvesFigure.Lift(curves),
            _ => ModelCurvesFigure.Roc(curves),
        };

        ModelCurve Curve(ModelEvaluation model, BinaryJudgement test)
        {
            var leads = model.Model == view.Model?.Model;
            switch (curve)
            {
                case "pr":
                    var points = test.PrecisionRecallCurve();
                    return new(model.Name, [.. points.Select(point => point.Recall)], [.. points.Select(point => point.Precision)], test.AveragePrecision.Value, model.IsBaseline, leads);
                case "gain":
                    var gain = test.GainCurve();
                    return new(model.Name, [.. gain.Select(point => point.ShareContacted)], [.. gain.Select(point => point.ShareFound)], FoundIn(gain, 0.2), model.IsBaseline, leads);
                case "lift":
                    var lift = test.GainCurve().Where(point => point.ShareContacted >= 0.01).ToList();
                    return new(model.Name, [.. lift.Select(point => point.ShareContacted)], [.. lift.Select(point => point.ShareFound / point.ShareContacted)], FoundIn(lift, 0.2) / 0.2, model.IsBaseline, leads);
                default:
                    var roc = test.RocCurve();
                    return new(model.Name, [.. roc.Select(point => point.FalsePositiveRate)], [.. roc.Select(point => point.TruePositiveRate)], test.RocAuc.Value, model.IsBaseline, leads);
            }
        }
    }

    /// <summary>The leading model and the best baseline at one cut-off after another.</summary>
    public static PlotlyFigure Rolling(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        DateTime[] cutoffs = [.. view.Task.Rolling.Select(point => point.Cutoff).Distinct().Order()];
        return RollingOriginFigure.Create(
            cutoffs,
            [.. view.Task.Rolling.GroupBy(point => point.Model).Select(points => new RollingSeries(
                ModelNames.Of(points.Key), Along(points, point => point.Headline.Value), Along(points, point => point.Headline.Lower), Along(points, point => point.Headline.Upper), ModelNames.IsBaseline(points.Key)))],
            Axis(view));

        double[] Along(IEnumerable<RollingPoint> points, Func<RollingPoint, double> of) =>
            [.. cutoffs.Select(cutoff => points.FirstOrDefault(point => point.Cutoff == cutoff) is { } found ? of(found) : double.NaN)];
    }

    /// <summary>Whether the figure moved from cut-off to cut-off.</summary>
    public static string RollingWords(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        double[] own = [.. view.Task.Rolling.Where(point => point.Model == view.Task.LeadingModel && point.Headline.Exists).OrderBy(point => point.Cutoff).Select(point => point.Headline.Value)];
        return own.Length < 2
            ? "The same test at earlier cut-offs."
            : $"The same test at {Numbers.Count(own.Length)} cut-offs: between {view.Headline(own.Min())} and {view.Headline(own.Max())}, {view.Headline(own[^1])} at the latest.";
    }

    /// <summary>"Of 100 customers given 70%, 68 bought."</summary>
    public static string CalibrationWords(TaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Binary is { } binary && CalibrationSentence.Of(binary.Wide(), binary.Labels, 0.7, view.Words.DidYes) is { } sentence ? sentence.Text : "";
    }

    private static ChartAxis Axis(TaskView view) => view.Kind switch
    {
        QuestionKind.Binary => new ChartAxis("Pairs ranked right (ROC-AUC)", Format: ".3f"),
        QuestionKind.Numeric => new ChartAxis("Off by, on average (MAE)", view.Unit, ",.0f"),
        _ => new ChartAxis("Called right (accuracy)", Format: ".3f"),
    };

    private static LeaderboardScore? Score(ModelJudgement? judged) =>
        judged is { Headline.Exists: true } ? new LeaderboardScore(judged.Headline.Value, judged.Headline.Lower, judged.Headline.Upper) : null;

    private static double FoundIn(IReadOnlyList<GainPoint> gain, double share)
    {
        foreach (var point in gain)
        {
            if (point.ShareContacted >= share) return point.ShareFound;
        }

        return 1;
    }
}
