using System.Globalization;
using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Money;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Whom to contact so that a campaign is expected to earn most, and the audience as a file with a control group held out.</summary>
public partial class CampaignPanel : IAsyncDisposable
{
    private const int Listed = 10;

    private (object? Scores, CampaignOptions? Options, string? Test) planned;
    private IJSObjectReference? module;
    private CampaignPlan? plan;
    private PlotlyFigure? figure;
    private string? problem;
    private bool planning;
    private int turn;

    [Parameter, EditorRequired]
    public TaskView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public CampaignOptions Campaign { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private string Explanation => plan is null || plan.Contacts == 0
        ? "No number of contacts brings a profit with these figures."
        : $"Contacting everyone would bring {Numbers.Money(plan.Curve.Points[^1].Profit, View.Currency)}; stopping at the mark brings {Numbers.Money(plan.Curve.Best.Profit, View.Currency)}, nobody held out. The dashed line is what the same rule earned on tested customers.";

    protected override async Task OnParametersSetAsync()
    {
        if (View.Kind != QuestionKind.Binary || View.Task.Scores.Count == 0 || planned == (View.Task.Scores, Campaign, View.Test))
        {
            return;
        }

        planned = (View.Task.Scores, Campaign, View.Test);
        int own = ++turn;
        planning = true;
        var (view, campaign) = (View, Campaign);
        try
        {
            CampaignPlan made = await Task.Run(() => Make(view, campaign));
            if (own == turn)
            {
                plan = made;
                problem = null;
                figure = ProfitFigure.Create(made.Curve, view.Currency, made.Tested);
            }
        }
        catch (ArgumentException cannot)
        {
            problem = RefusedChange.Words(cannot);
        }
        finally
        {
            planning = own != turn;
        }
    }

    private static CampaignPlan Make(TaskView view, CampaignOptions campaign)
    {
        // The chances are the leading model's, so what they hold is judged on its own tests.
        var tested = view.Task.Leading is { } leading ? view.JudgementOf(leading) as BinaryJudgement : null;
        return CampaignPlan.Make(
            campaign, [.. view.Task.Scores.Select(score => score.CustomerId)], [.. view.Task.Scores.Select(score => score.Value)],
            tested is null ? [] : tested.Wide(), tested is null ? [] : tested.Labels);
    }

    private async Task SaveAsync()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        CampaignCsv.Write(output, plan!);
        module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/audience.js"]}");
        await module.InvokeVoidAsync("saveText", "audience.csv", output.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Disposal.OfAsync(module);
        GC.SuppressFinalize(this);
    }
}
