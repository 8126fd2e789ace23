using CustomerDashboard.Charts;
using CustomerDashboard.Components.Charts;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Baskets;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Baskets;

/// <summary>What is bought together: rules by how common, how sure and how far beyond chance they are, and bundles to offer.</summary>
public partial class BasketsPage
{
    private (IReadOnlyList<AssociationRule> Rules, string View, AssociationRule? Chosen)? drawn;
    private PlotlyFigure? figure;

    /// <summary>How rules are drawn: scatter (when absent), matrix or network.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>The rule that is told in words, as codes: 23172+23173>23171.</summary>
    [SupplyParameterFromQuery(Name = "rule")]
    public string? Rule { get; set; }

    /// <summary>What the table of rules is searched for.</summary>
    [SupplyParameterFromQuery(Name = "search")]
    public string? Search { get; set; }

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.Baskets, AnalysisStage.Personas];

    private string Currency => Session.Options.Personas.Currency;

    private string ShownView => View is "matrix" or "network" ? View : "scatter";

    private IReadOnlyList<AssociationRule> Rules => Result?.Baskets?.Rules.Rules ?? [];

    private AssociationRule? Chosen => Rule is { Length: > 0 } codes && Result?.Baskets is { } baskets
        ? baskets.Rules.Rules.FirstOrDefault(rule => BasketWords.Address(rule, baskets.Table) == codes)
        : null;

    private int Significant => Rules.Count(rule => rule.AdjustedPValue <= .05);

    private bool IsFiltered => Session.Options.Baskets is { Countries.Count: > 0 } or { Segments.Count: > 0 } or { From: not null } or { To: not null };

    private PlotlyFigure? Figure
    {
        get
        {
            // The same instance for the same view: the chart draws itself again only for another one.
            AssociationRule? marked = ShownView == "scatter" ? Chosen : null;
            if (Result?.Baskets is { } baskets && drawn != (Rules, ShownView, marked))
            {
                drawn = (Rules, ShownView, marked);
                figure = ShownView switch
                {
                    "matrix" => RuleMatrixFigure.Create(Rules, baskets.Table),
                    "network" => RuleNetworkFigure.Create(Rules, baskets.Table),
                    _ => RuleScatterFigure.Create(Rules, baskets.Table, marked),
                };
            }

            return figure;
        }
    }

    private string ChartTitle => ShownView switch
    {
        "matrix" => "What leads to what",
        "network" => "The pairs that count most",
        _ => "How common and how sure each rule is",
    };

    private string ChartTerm => ShownView switch
    {
        "matrix" => "confidence",
        "network" => "leverage, lift",
        _ => "support, confidence, lift",
    };

    private string ChartSentence => ShownView switch
    {
        "matrix" => "Of 100 baskets with the product of a row, so many also hold the product of the column.",
        "network" => "The pairs with the most baskets beyond what chance gives. The thicker a line, the further beyond. The larger a dot, the more baskets hold it.",
        _ => "Each dot is a rule: further right is more common, higher up more often right, stronger colour further beyond chance. Press one to read it.",
    };

    private string Export(string what) => $"api/workspaces/{Session.Current!.Id}/{what}.csv";

    private Task SetAsync(Func<BasketOptions, BasketOptions> change) => ChangeAsync(options => options with { Baskets = change(options.Baskets) });

    private Task LiftFiltersAsync() => SetAsync(options => options with { Countries = [], Segments = [], From = null, To = null });

    private void Show(string view)
    {
        View = view == "scatter" ? null : view;
        SetQuery(("view", View));
    }

    private void ChooseAt(ChartClick click)
    {
        if (ShownView == "scatter" && click.Row >= 0 && click.Row < Rules.Count)
        {
            Choose(Rules[click.Row]);
        }
    }

    private void Choose(AssociationRule? rule)
    {
        Rule = rule is null || Result?.Baskets is not { } baskets ? null : BasketWords.Address(rule, baskets.Table);
        SetQuery(("rule", Rule));
    }

    private void Find(string? words)
    {
        Search = string.IsNullOrWhiteSpace(words) ? null : words;
        SetQuery(("search", Search));
    }
}
