using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>How much customers will spend, every model against the run-rate.</summary>
public partial class SpendPanel
{
    private const int Listed = 8;

    private RegressorEvaluation? model;
    private RegressionScores? scores;
    private RegressionScores? runRate;
    private PlotlyFigure? errors;
    private PlotlyFigure? effects;
    private PlotlyFigure? tree;
    private (PredictionResult?, string, string) drawn;

    [Parameter, EditorRequired]
    public PredictionResult Prediction { get; set; } = default!;

    [Parameter]
    public string Test { get; set; } = "forward";

    [Parameter]
    public EventCallback<string> OnTest { get; set; }

    [Parameter]
    public string Currency { get; set; } = "";

    private SpendResult Spend => Prediction.Spend!;

    protected override void OnParametersSet()
    {
        if (Prediction.Spend is not { Unavailable: null, Models.Count: > 0 } spend)
        {
            scores = null;
            return;
        }

        if (drawn == (Prediction, Test, Currency))
        {
            return;
        }

        drawn = (Prediction, Test, Currency);
        model = spend.Models.FirstOrDefault(candidate => candidate.Id == spend.ChosenModelId) ?? spend.Models[^1];
        scores = Of(model);
        runRate = Of(spend.Models.FirstOrDefault(candidate => candidate.Id == "RunRate") ?? spend.Models[0]);
        errors = BarFigure.Create(
            [.. spend.Models.Select(candidate => candidate.Name)],
            [.. spend.Models.Select(candidate => Of(candidate).MeanAbsoluteError)],
            new ChartAxis("Mean absolute error", Currency, ",.0f"),
            [.. spend.Models.Select(candidate => candidate.IsBaseline ? ChartTheme.Muted : ChartTheme.Main)],
            [.. spend.Models.Select(candidate => Numbers.Money(Of(candidate).MeanAbsoluteError, Currency))],
            [.. spend.Models.Select(candidate => $"{Numbers.Count(Of(candidate).Customers)} customers tested")]);
        effects = spend.LinearEffects.Count == 0 ? null : BarFigure.Create(
            [.. spend.LinearEffects.Take(10).Select(effect => effect.Name)],
            [.. spend.LinearEffects.Take(10).Select(effect => effect.PerStandardDeviation)],
            new ChartAxis("Change in expected spend", Currency, ",.0f"));
        double most = spend.Tree?.Nodes.Max(node => node.Value) ?? 0;
        tree = spend.Tree is { } diagram
            ? PredictionFigures.Tree(diagram, value => Numbers.Money(value, Currency), value => most <= 0 ? 0 : Math.Sqrt(Math.Max(0, value) / most))
            : null;
    }

    private RegressionScores Of(RegressorEvaluation candidate) =>
        Test == "forward" && candidate.Forward is { } forward ? forward : candidate.Holdout;
}
