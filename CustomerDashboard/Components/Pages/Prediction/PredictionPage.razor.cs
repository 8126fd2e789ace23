using System.Globalization;
using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Prediction;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Who buys again, who leaves, how much they will spend, and how far each answer can be trusted.</summary>
public partial class PredictionPage
{
    private static readonly (string Id, string Text)[] Tasks =
        [("repeat", "Who buys again"), ("churn", "Who is leaving (churn)"), ("spend", "How much they spend")];

    private PlotlyFigure? timeline;
    private IReadOnlyDictionary<int, (string Name, int Slot)> personas = new Dictionary<int, (string Name, int Slot)>();
    private bool thresholdRead;
    private double threshold = ClassifierScoresView.DefaultThreshold;

    /// <summary>The question: repeat, churn or spend.</summary>
    [SupplyParameterFromQuery(Name = "task")]
    public string? Task { get; set; }

    /// <summary>The probability from which a customer is called.</summary>
    [SupplyParameterFromQuery(Name = "threshold")]
    public string? ThresholdText { get; set; }

    /// <summary>The model whose confusion matrix is shown; the chosen one when absent.</summary>
    [SupplyParameterFromQuery(Name = "model")]
    public string? Model { get; set; }

    /// <summary>forward or holdout.</summary>
    [SupplyParameterFromQuery(Name = "test")]
    public string? Test { get; set; }

    private string TaskShown => Task is "churn" or "spend" ? Task : "repeat";

    private string TestShown => Test == "holdout" || Result?.Prediction?.EarlierWindows is null ? "holdout" : "forward";

    private string Currency => Session.Options.Personas.Currency;

    protected override void OnParametersSet()
    {
        // Read once: later the slider leads and the address follows, always a step behind the hand.
        if (thresholdRead)
        {
            return;
        }

        thresholdRead = true;
        if (double.TryParse(ThresholdText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0.01 and <= 0.99)
        {
            threshold = value;
        }
    }

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.Prediction, AnalysisStage.Personas];

    protected override void OnResult(AnalysisResult? result)
    {
        timeline = result?.Prediction is { Windows: not null } prediction ? PredictionFigures.Timeline(prediction) : null;
        personas = PersonasByCustomer(result);
    }

    private Task ChangePredictionAsync(Func<PredictionOptions, PredictionOptions> change) =>
        ChangeAsync(options => options with { Prediction = change(options.Prediction) });

    private void MoveThreshold(double value) => threshold = value;

    private void SettleThreshold(double? value)
    {
        threshold = value ?? ClassifierScoresView.DefaultThreshold;
        SetQuery(("threshold", threshold == ClassifierScoresView.DefaultThreshold ? null : threshold.ToString("0.00", CultureInfo.InvariantCulture)));
    }

    private void ShowTask(string task)
    {
        Task = task;
        SetQuery(("task", task == "repeat" ? null : task));
    }

    private void ShowTest(string test)
    {
        Test = test;
        SetQuery(("test", test == "forward" ? null : test));
    }

    private void ShowModel(string id)
    {
        Model = id;
        SetQuery(("model", id));
    }

    private string Answer(PredictionResult prediction) => prediction.Unavailable?.Message ?? TaskShown switch
    {
        "spend" => prediction.Spend is { } spend ? spend.Unavailable?.Message ?? spend.Verdict : "",
        "churn" => PredictionWords.Churn(prediction),
        _ => PredictionWords.Repeat(prediction),
    };

    private static string TimelineSentence(PredictionResult prediction) => prediction.Windows is { } windows
        ? $"Features end and outcomes begin at the cut-off, {Numbers.Date(windows.Cutoff)}. Customers are scored for the {prediction.Options.HorizonDays} days after the last purchase in the file."
        : "";

    /// <summary>Name and colour by customer; features over a window may leave customers out, so rows are not customers.</summary>
    private static Dictionary<int, (string Name, int Slot)> PersonasByCustomer(AnalysisResult? result)
    {
        var byCustomer = new Dictionary<int, (string Name, int Slot)>();
        if (result is { Segments: { } solution, Personas: { } set, Features: { } features })
        {
            for (int row = 0; row < solution.Labels.Length; row++)
            {
                if (solution.Labels[row] is >= 0 and var label)
                {
                    byCustomer[features.CustomerIndex?[row] ?? row] = (set.Personas[label].Name, solution.Segments[label].ColourSlot);
                }
            }
        }

        return byCustomer;
    }
}
