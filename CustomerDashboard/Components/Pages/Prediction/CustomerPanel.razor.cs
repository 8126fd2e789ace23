using CustomerDashboard.Charts;
using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Explaining;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Why one customer has this forecast, and what it would be if the customer were different.</summary>
public partial class CustomerPanel
{
    private const int Leading = 6;

    private (ExplainedTask?, string?, string?) shown;
    private List<int> order = [];
    private IReadOnlyList<FeatureChange> changes = [];
    private double[] values = [];
    private CustomerExplanation? why;
    private WhatIfResult? after;
    private PlotlyFigure? waterfall;
    private string? notFound;
    private string? refused;
    private int row;
    private int place = -1;

    /// <summary>The id of the customer; the first by rank when absent.</summary>
    [Parameter]
    public string? Customer { get; set; }

    /// <summary>The values tried, as <see cref="WhatIfTerms"/> writes them.</summary>
    [Parameter]
    public string? WhatIf { get; set; }

    [Parameter]
    public EventCallback<string> OnCustomer { get; set; }

    [Parameter]
    public EventCallback<string?> OnWhatIf { get; set; }

    /// <summary>Name and colour of a customer's persona, by index.</summary>
    [Parameter]
    public IReadOnlyDictionary<int, (string Name, int Slot)> Personas { get; set; } = new Dictionary<int, (string Name, int Slot)>();

    private (string Name, int Slot)? Persona => Personas.TryGetValue(Explained!.Rows.Customers[row], out var persona) ? persona : null;

    /// <summary>Features in the order of what they do to this customer.</summary>
    private List<int> Order => [.. why!.Steps.Select(step => step.Feature)];

    // Green is good news: more of what is wanted, less of what is not.
    private string Tone => after is null || after.After.Prediction == why!.Prediction ? "" : after.After.Prediction > why.Prediction != View.Words.YesIsBad ? "good" : "bad";

    protected override void OnExplained(ExplainedTask explained)
    {
        if (shown == (explained, Customer, WhatIf))
        {
            return;
        }

        var another = shown.Item1 != explained || shown.Item2 != Customer || why is null;
        if (shown.Item1 != explained)
        {
            // By rank, as the table of the answer has them.
            var rows = explained.Rows.Customers.Select((customer, i) => (customer, i)).ToDictionary(pair => pair.customer, pair => pair.i);
            order = View.Task.Scores.Count > 0 ? [.. View.Task.Scores.Where(score => rows.ContainsKey(score.Customer)).Select(score => rows[score.Customer])] : [.. Enumerable.Range(0, explained.Rows.Count)];
        }

        shown = (explained, Customer, WhatIf);
        if (another)
        {
            var found = explained.RowOf(Customer);
            notFound = Customer is not null && found < 0 ? Customer : null;
            row = found >= 0 ? found : order.Count > 0 ? order[0] : 0;
            place = order.IndexOf(row);
            values = explained.Rows.Features.Row(row).ToArray();
            why = explained.Explainer.Customer(values);
            waterfall = WhyFigures.Waterfall(View, why);
        }

        Change(explained, WhatIfTerms.Read(WhatIf, explained.Features));
    }

    private void Change(ExplainedTask explained, IReadOnlyList<FeatureChange> wanted)
    {
        refused = null;
        try
        {
            after = wanted.Count == 0 ? null : explained.Explainer.WhatIf(values, wanted);
            changes = wanted;
        }
        catch (ArgumentException cannot)
        {
            refused = RefusedChange.Words(cannot);
        }
    }

    private Task TryAsync(int feature, double? value)
    {
        var own = values[feature];
        var others = changes.Where(change => change.Feature != feature);
        IReadOnlyList<FeatureChange> wanted = value is { } given && Math.Abs(given - own) > 5.1e-3 ? [.. others, new FeatureChange(feature, given)] : [.. others];
        return OnWhatIf.InvokeAsync(WhatIfTerms.Write(wanted, Explained!.Features));
    }

    private Task LiftAsync() => OnWhatIf.InvokeAsync(null);

    private Task FindAsync(ChangeEventArgs change) => change.Value is string id && id.Trim().Length > 0 ? OnCustomer.InvokeAsync(id.Trim()) : Task.CompletedTask;

    private Task StepAsync(int by) => OnCustomer.InvokeAsync(Explained!.Ids[order[Math.Clamp(place + by, 0, order.Count - 1)]]);

    private string? UnitOf(FeatureDefinition feature) => FeatureText.Unit(feature, View.Currency) is { Length: > 0 } unit ? unit : feature.Unit == "share" ? "0 to 1" : null;
}
