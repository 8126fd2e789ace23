using System.Text.Json;
using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Cleaning;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Cleaning;

/// <summary>The rules as switches, and the ledger of what each removed.</summary>
public partial class CleaningPage
{
    private static readonly (string Value, string Text)[] Measures =
        [("lines", "Lines"), ("customers", "Customers"), ("revenue", "Revenue")];

    private static readonly string Standard = JsonSerializer.Serialize(CleaningOptions.Default);

    private PlotlyFigure? figure;
    private string? figureMeasure;
    private string answer = "";

    /// <summary>What the waterfall counts: lines, customers or revenue.</summary>
    [SupplyParameterFromQuery(Name = "measure")]
    public string? Measure { get; set; }

    /// <summary>The rule whose removed lines are listed.</summary>
    [SupplyParameterFromQuery(Name = "rule")]
    public string? RuleShown { get; set; }

    private string MeasureShown => Measure is "customers" or "revenue" ? Measure : "lines";

    private string Currency => Session.Options.Personas.Currency;

    private string MeasureSentence => MeasureShown switch
    {
        "customers" => "Customers who lost their last line at that rule.",
        "revenue" => "Revenue of the lines removed. Cancellations and returns are negative, so removing them raises the total.",
        _ => "Lines removed at each rule that is on, from the file as read to what is analysed.",
    };

    // A list read back from the recipe equals the default only in what it says.
    private bool IsStandard => JsonSerializer.Serialize(Session.Options.Cleaning) == Standard;

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.Cleaning];

    protected override void OnResult(AnalysisResult? result)
    {
        figure = null;
        figureMeasure = null;
        answer = result?.Cleaning is { } cleaning ? CleaningWords.Answer(cleaning, Currency) : "";
        Draw();
    }

    protected override void OnParametersSet() => Draw();

    private void Draw()
    {
        if (Result?.Cleaning is { } cleaning && figureMeasure != MeasureShown)
        {
            figureMeasure = MeasureShown;
            figure = CleaningFigures.Waterfall(cleaning, MeasureShown, Currency);
        }
    }

    private Task ChangeCleaningAsync(Func<CleaningOptions, CleaningOptions> change) =>
        ChangeAsync(options => options with { Cleaning = change(options.Cleaning) });

    private void ShowMeasure(string value)
    {
        Measure = value;
        SetQuery(("measure", value == "lines" ? null : value));
        Draw();
    }

    private void ShowRule(string? ruleId)
    {
        RuleShown = ruleId;
        SetQuery(("rule", ruleId));
    }

    private CleaningStep? StepShown(CleaningResult cleaning) =>
        cleaning.Steps.FirstOrDefault(step => step.RuleId == RuleShown && step.RowsRemoved > 0);

    private static string Of(long part, long whole) =>
        whole == 0 ? "" : $"{Numbers.Percent((double)part / whole)} of {Numbers.Count(whole)}";

    private static string? Products(CleaningTotals totals) =>
        totals.Products == 0 ? null : Numbers.Counted(totals.Products, "product");
}
