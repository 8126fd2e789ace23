using System.Globalization;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen.Blazor;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Everyone the question was asked about, whom to look at first at the top; found, sorted and saved.</summary>
public partial class ScoredCustomers : IAsyncDisposable
{
    private RadzenDataGrid<ScoredCustomer>? grid;
    private IJSObjectReference? module;
    private List<ScoredCustomer> all = [];
    private List<ScoredCustomer> shown = [];
    private (IReadOnlyList<CustomerScore>?, object?, double, bool) built;
    private string search = "";
    private bool hasPersonas;
    private bool hasLastYear;
    private bool hasRisk;

    [Parameter, EditorRequired]
    public TaskView View { get; set; } = default!;

    /// <summary>Name and colour of a customer's persona, by index.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<int, (string Name, int Slot)> Personas { get; set; } = default!;

    [Parameter]
    public double Threshold { get; set; }

    /// <summary>Only customers whose chance reaches the threshold.</summary>
    [Parameter]
    public bool CalledOnly { get; set; }

    [Parameter]
    public EventCallback<bool> OnCalledOnly { get; set; }

    /// <summary>A customer was pressed: show why.</summary>
    [Parameter]
    public EventCallback<string> OnCustomer { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private bool IsChurn => View.Task.Question.Id == QuestionIds.Churn;

    private string Title => IsChurn ? "Customers worth saving" : View.Kind == QuestionKind.Numeric ? "Every customer, the largest first" : "Every customer, the likeliest first";

    private string AnswerTitle => View.Kind switch
    {
        QuestionKind.Binary => IsChurn ? "Risk of leaving" : "Chance",
        QuestionKind.Multiclass => "Chance of that",
        _ => WithCurrency(View.IsMoney ? "Expected spend" : "Foretold"),
    };

    private string Summary
    {
        get
        {
            var model = View.Task.Leading is { } leading ? $" By {PredictionWords.Lower(leading.Name)}." : "";
            if (IsChurn && all.Count > 0)
            {
                var top = all.Take(100).ToList();
                return $"{Numbers.Count(shown.Count)} of {Numbers.Counted(all.Count, "customer")}, by what is at stake: risk of leaving × spend of the last year. The first {Numbers.Count(top.Count)} stand for {Numbers.Money(top.Sum(row => row.AtRisk ?? 0), View.Currency)} of {Numbers.Money(all.Sum(row => row.AtRisk ?? 0), View.Currency)} at risk.{model}";
            }

            return $"{Numbers.Count(shown.Count)} of {Numbers.Counted(all.Count, "customer")}.{model}";
        }
    }

    protected override void OnParametersSet()
    {
        var now = (View.Task.Scores, (object)Personas, CalledOnly ? Threshold : 0, CalledOnly);
        if (built == now)
        {
            return;
        }

        built = now;
        all = [.. View.Task.Scores.Select((score, i) => ScoredCustomer.Of(i + 1, score, View.Task.Question.Classes, Personas.TryGetValue(score.Customer, out var persona) ? persona : null, Threshold))];
        hasPersonas = all.Exists(row => row.Persona is not null);
        hasLastYear = all.Exists(row => row.LastYear is not null);
        hasRisk = all.Exists(row => row.AtRisk is not null);
        Filter();
    }

    private Task SearchAsync(ChangeEventArgs change)
    {
        search = (change.Value as string ?? "").Trim();
        Filter();
        return grid?.FirstPage() ?? Task.CompletedTask;
    }

    private void Filter() => shown = search.Length == 0 && !CalledOnly ? all : all.FindAll(row =>
        (!CalledOnly || row.Called) &&
        (search.Length == 0 || row.Id.Contains(search, StringComparison.OrdinalIgnoreCase) || row.Persona?.Contains(search, StringComparison.CurrentCultureIgnoreCase) == true));

    private string WithCurrency(string title) => View.Currency.Length == 0 || (View.Kind == QuestionKind.Numeric && !View.IsMoney) ? title : $"{title}, {View.Currency}";

    private async Task SaveAsync()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        TaskScoresCsv.Write(output, View.Task, [.. shown.Select(row => View.Task.Scores[row.Rank - 1])]);
        module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/audience.js"]}");
        await module.InvokeVoidAsync("saveText", $"{View.Words.Title.ToLowerInvariant()}.csv", output.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Disposal.OfAsync(module);
        GC.SuppressFinalize(this);
    }
}
