using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Who buys again, or its complement: the tests of every model, the threshold and the reasons.</summary>
public partial class RepeatPanel
{
    private ClassifierEvaluation? model;
    private ClassifierScores? scores;
    private ThresholdMetrics at;
    private PlotlyFigure? roc;
    private PlotlyFigure? byThreshold;
    private PlotlyFigure? calibration;
    private PlotlyFigure? odds;
    private PlotlyFigure? tree;
    private (PredictionResult?, bool, string, string?) drawn;
    private double drawnThreshold = double.NaN;

    [Parameter, EditorRequired]
    public PredictionResult Prediction { get; set; } = default!;

    /// <summary>Whether the complement is asked for.</summary>
    [Parameter]
    public bool Churn { get; set; }

    [Parameter]
    public double Threshold { get; set; } = ClassifierScoresView.DefaultThreshold;

    [Parameter]
    public string Test { get; set; } = "forward";

    [Parameter]
    public EventCallback<string> OnTest { get; set; }

    [Parameter]
    public string? ModelId { get; set; }

    [Parameter]
    public EventCallback<string> OnModel { get; set; }

    private RepeatPurchaseResult Repeat => Prediction.Repeat!;

    private bool HasForward => Repeat.Models.Any(candidate => candidate.Forward is not null);

    private string Yes => Churn ? "leave" : "buy again";

    private string No => Churn ? "buy again" : "stay away";

    // The baseline as it stands in the table: in the forward test it says what was commoner one period earlier.
    private double MajorityAccuracy
    {
        get
        {
            if (Repeat.Models.FirstOrDefault(candidate => candidate.Id == "Majority") is not { } majority)
            {
                return double.NaN;
            }

            ClassifierScores its = ClassifierScoresView.Of(majority, Test, Churn);
            return ThresholdMetrics.At(its.Scores, its.Labels, Threshold).Accuracy;
        }
    }

    private string Sample => scores is null ? "" : $"{Numbers.Counted(scores.Customers, "customer")} tested, {Numbers.Count(scores.Positives)} of whom {(Churn ? "left" : "bought again")}; learned from {Numbers.Count(scores.TrainedOn)}.";

    private string RocSentence => scores is null ? "" : Test == "forward"
        ? $"Learned one period earlier, tested on {Numbers.Count(scores.Customers)} customers at the cut-off: what a business gets."
        : $"Tested on {Numbers.Count(scores.Customers)} customers that were held out of the learning.";

    private string TreeSentence => Repeat.Tree is { } diagram
        ? $"The first {Math.Min(diagram.Depth, PredictionFigures.DrawnLevels)} of its {diagram.Depth} levels. The upper branch meets the condition; darker means more of them buy again."
        : "";

    protected override void OnParametersSet()
    {
        if (Prediction.Repeat is not { Unavailable: null, Models.Count: > 0 } repeat)
        {
            scores = null;
            return;
        }

        model = repeat.Models.FirstOrDefault(candidate => candidate.Id == ModelId)
            ?? repeat.Models.FirstOrDefault(candidate => candidate.Id == repeat.ChosenModelId)
            ?? repeat.Models[^1];
        var now = (Prediction, Churn, Test, model.Id);
        bool changed = drawn != now;
        if (changed)
        {
            drawn = now;
            scores = ClassifierScoresView.Of(model, Test, Churn);
            calibration = PredictionFigures.Calibration(scores);
            odds = PredictionFigures.Odds(repeat.OddsRatios, Churn);
            tree = repeat.Tree is { } diagram ? PredictionFigures.Tree(diagram, value => $"{Numbers.Percent(value)} buy again", value => value) : null;
        }

        if (changed || drawnThreshold != Threshold)
        {
            drawnThreshold = Threshold;
            at = ThresholdMetrics.At(scores!.Scores, scores.Labels, Threshold);
            roc = PredictionFigures.Roc(repeat.Models, Test, Churn, at);
            byThreshold = PredictionFigures.ByThreshold(scores, Threshold);
        }
    }
}
