using System.Globalization;
using CustomerDashboard.Charts;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Money;
using CustomerDashboard.Core.Prediction.Questions;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>A business question, its answer, whom to contact, why, and how far each can be trusted.</summary>
public partial class PredictionPage
{
    private const double DefaultThreshold = 0.5;

    private static readonly (string Id, string Text)[] Tabs =
        [("answer", "The answer"), ("campaign", "Whom to contact"), ("why", "Why"), ("customer", "One customer"), ("models", "Models"), ("trust", "Can it be trusted"), ("tune", "Better settings")];

    private readonly Explanations explanations = new();
    private TaskView? view;
    private (PredictionResult?, string?, string?, string?) viewed;
    private PlotlyFigure? timeline;
    private IReadOnlyDictionary<int, (string Name, int Slot)> personas = new Dictionary<int, (string Name, int Slot)>();
    private CampaignOptions campaign = CampaignTerms.Defaults;
    private bool read;
    private double threshold = DefaultThreshold;

    /// <summary>The question's id; the first that can be answered when absent.</summary>
    [SupplyParameterFromQuery(Name = "task")]
    public string? Question { get; set; }

    /// <summary>Which tab; the answer when absent.</summary>
    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    /// <summary>The probability from which a customer is called.</summary>
    [SupplyParameterFromQuery(Name = "threshold")]
    public string? ThresholdText { get; set; }

    /// <summary>The model looked at; the leading one when absent.</summary>
    [SupplyParameterFromQuery(Name = "model")]
    public string? Model { get; set; }

    /// <summary>forward, holdout or folds.</summary>
    [SupplyParameterFromQuery(Name = "test")]
    public string? Test { get; set; }

    /// <summary>roc, pr, gain or lift.</summary>
    [SupplyParameterFromQuery(Name = "curve")]
    public string? Curve { get; set; }

    /// <summary>"metrics" for every metric in the table of models.</summary>
    [SupplyParameterFromQuery(Name = "table")]
    public string? Table { get; set; }

    /// <summary>"called" for customers whose chance reaches the threshold.</summary>
    [SupplyParameterFromQuery(Name = "customers")]
    public string? Customers { get; set; }

    /// <summary>What a campaign costs and brings, as <see cref="CampaignTerms"/> writes it.</summary>
    [SupplyParameterFromQuery(Name = "campaign")]
    public string? CampaignText { get; set; }

    /// <summary>The customer looked at.</summary>
    [SupplyParameterFromQuery(Name = "customer")]
    public string? Customer { get; set; }

    /// <summary>The values tried for that customer, as <see cref="WhatIfTerms"/> writes them.</summary>
    [SupplyParameterFromQuery(Name = "whatif")]
    public string? WhatIf { get; set; }

    /// <summary>The feature along which the forecast is shown.</summary>
    [SupplyParameterFromQuery(Name = "feature")]
    public string? Feature { get; set; }

    private string TabShown => Tab is not null && Tabs.Any(tab => tab.Id == Tab) ? Tab : "answer";

    private string Currency => Session.Options.Personas.Currency;

    private bool HasTime => Result is not { Kind: FileKind.CustomerAttributes };

    // A column of words became one feature for each of its values; it is asked about as one.
    private IReadOnlyList<string> ColumnsToAsk => !HasTime && Result?.Features is { } table
        ? [.. table.Definitions.Select(feature => feature.Id.Split('=')[0]).Distinct().Where(name => Result.Prediction?.Task(QuestionIds.OfColumn(name)) is null)]
        : [];

    protected override void OnParametersSet()
    {
        // Read once: later the controls lead and the address follows, always a step behind the hand.
        if (!read)
        {
            read = true;
            campaign = CampaignTerms.Read(CampaignText);
            if (double.TryParse(ThresholdText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0.01 and <= 0.99)
            {
                threshold = value;
            }
        }

        Look();
    }

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.Prediction, AnalysisStage.Personas];

    protected override void OnResult(AnalysisResult? result)
    {
        personas = PersonasByCustomer(result);
        explanations.Clear();
        Look();
    }

    /// <summary>What is looked at follows from the result and the address.</summary>
    private void Look()
    {
        var now = (Result?.Prediction, Question, Test, Model);
        if (viewed == now)
        {
            return;
        }

        viewed = now;
        if (Result?.Prediction is not { Tasks.Count: > 0 } prediction)
        {
            view = null;
            timeline = null;
            return;
        }

        var task = prediction.Task(Question ?? "") ?? prediction.Tasks.FirstOrDefault(candidate => candidate.Unavailable is null) ?? prediction.Tasks[0];
        view = new TaskView(prediction, task, Test, Model, Currency);
        timeline = task.Windows is null ? null : TaskTimeline.Of(task);
    }

    private Task ChangePredictionAsync(Func<PredictionOptions, PredictionOptions> change) =>
        ChangeAsync(options => options with { Prediction = change(options.Prediction) });

    private async Task AskColumnAsync(string column)
    {
        var id = QuestionIds.OfColumn(column);
        await ChangePredictionAsync(options => options with { Questions = [.. (options.Questions ?? [QuestionIds.Segment]).Append(id).Distinct()] });
        ShowQuestion(id);
    }

    private void MoveThreshold(double value) => threshold = value;

    private void SettleThreshold(double? value)
    {
        threshold = value ?? DefaultThreshold;
        SetQuery(("threshold", threshold == DefaultThreshold ? null : threshold.ToString("0.00", CultureInfo.InvariantCulture)));
    }

    private void SetCampaign(CampaignOptions terms)
    {
        campaign = terms;
        SetQuery(("campaign", CampaignTerms.Write(terms)));
    }

    // Another question has other models and other customers.
    private void ShowQuestion(string id)
    {
        (Question, Model, Customer, WhatIf, Feature) = (id, null, null, null, null);
        SetQuery(("task", id), ("model", null), ("customer", null), ("whatif", null), ("feature", null));
        Look();
    }

    private void ShowTab(string tab)
    {
        Tab = tab == "answer" ? null : tab;
        SetQuery(("tab", Tab));
    }

    private void ShowTest(string test)
    {
        Test = test == TestNames.Forward ? null : test;
        SetQuery(("test", Test));
        Look();
    }

    private void ShowModel(string? id)
    {
        Model = id == view?.Task.LeadingModel?.ToString() ? null : id;
        SetQuery(("model", Model));
        Look();
    }

    private void ShowCurve(string curve)
    {
        Curve = curve == "roc" ? null : curve;
        SetQuery(("curve", Curve));
    }

    private void ShowMetrics(bool on)
    {
        Table = on ? "metrics" : null;
        SetQuery(("table", Table));
    }

    private void ShowCalled(bool on)
    {
        Customers = on ? "called" : null;
        SetQuery(("customers", Customers));
    }

    private void ShowCustomer(string id)
    {
        (Customer, Tab, WhatIf) = (id, "customer", null);
        SetQuery(("customer", id), ("tab", Tab), ("whatif", null));
    }

    private void ShowWhatIf(string? terms)
    {
        WhatIf = terms;
        SetQuery(("whatif", terms));
    }

    private void ShowFeature(string feature)
    {
        Feature = feature;
        SetQuery(("feature", feature));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            explanations.Dispose();
        }

        base.Dispose(disposing);
    }

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
