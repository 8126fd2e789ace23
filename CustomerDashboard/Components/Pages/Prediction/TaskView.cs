using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>One question as it is looked at: the model and the test chosen, with the pictures made once.</summary>
public sealed class TaskView
{
    private readonly Dictionary<string, PlotlyFigure> figures = [];

    /// <param name="result">The result the question belongs to.</param>
    /// <param name="task">The question, answered.</param>
    /// <param name="test">forward, holdout or folds; the first there is when it does not exist.</param>
    /// <param name="model">The model to look at; the leading one when null or unknown.</param>
    /// <param name="currency">Written with money.</param>
    public TaskView(PredictionResult result, TaskResult task, string? test, string? model, string currency)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(task);
        Result = result;
        Task = task;
        Currency = currency;
        Words = QuestionWords.Of(task.Question);
        Tests = [.. TestNames.All.Where(name => task.Models.Any(candidate => TestNames.Of(candidate, name) is not null))];
        Test = test is not null && Tests.Contains(test) ? test : Tests.Count > 0 ? Tests[0] : TestNames.Forward;
        Model = task.Models.FirstOrDefault(candidate => candidate.Id == model && candidate.Failure is null)
            ?? task.Leading ?? task.Models.LastOrDefault(candidate => candidate.Failure is null);
        Judgement = Model is null ? null : JudgementOf(Model);
        Baseline = task.BestBaseline;
    }

    public PredictionResult Result { get; }

    public TaskResult Task { get; }

    public string Currency { get; }

    public QuestionWords Words { get; }

    /// <summary>The tests there are, forward first.</summary>
    public IReadOnlyList<string> Tests { get; }

    public string Test { get; }

    /// <summary>The model looked at.</summary>
    public ModelEvaluation? Model { get; }

    /// <summary>Its test.</summary>
    public ModelJudgement? Judgement { get; }

    /// <summary>The best baseline.</summary>
    public ModelEvaluation? Baseline { get; }

    public BinaryJudgement? Binary => Judgement as BinaryJudgement;

    public RegressionJudgement? Regression => Judgement as RegressionJudgement;

    public MulticlassJudgement? Classes => Judgement as MulticlassJudgement;

    public QuestionKind Kind => Task.Question.Kind;

    /// <summary>Whether the model looked at is the one whose answers the customers carry.</summary>
    public bool IsLeading => Model?.Model == Task.LeadingModel;

    /// <summary>What is foretold is money.</summary>
    public bool IsMoney => Task.Question.Unit == "currency";

    public string Unit => IsMoney ? Currency : Task.Question.Unit;

    /// <summary>The test chosen, of a model; the nearest there is when it was not judged so.</summary>
    public ModelJudgement? JudgementOf(ModelEvaluation model) => TestNames.Of(model, Test) ?? model.Leading;

    /// <summary>Models before baselines, the best first by the headline of the test chosen.</summary>
    public IReadOnlyList<ModelEvaluation> Ranked => [.. Task.Models
        .OrderBy(model => JudgementOf(model) is { Headline.Exists: true } judged ? judged.HigherIsBetter ? -judged.Headline.Value : judged.Headline.Value : double.PositiveInfinity)
        .ThenBy(model => model.IsBaseline)];

    /// <summary>A figure, made when it is first asked for.</summary>
    public PlotlyFigure Figure(string name, Func<PlotlyFigure> make)
    {
        if (!figures.TryGetValue(name, out var figure))
        {
            figures[name] = figure = make();
        }

        return figure;
    }

    /// <summary>A number as the question counts it, on cards.</summary>
    public string Amount(double value) => IsMoney ? Numbers.Money(value, Currency) : Numbers.Rounded(value) + (Unit.Length > 0 ? " " + Unit : "");

    /// <summary>A headline as it is written: an error with its unit, anything else between 0 and 1.</summary>
    public string Headline(double value) => Kind == QuestionKind.Numeric ? IsMoney ? Numbers.Money(value, Currency) : Numbers.Rounded(value) : Numbers.Measure(value);
}
