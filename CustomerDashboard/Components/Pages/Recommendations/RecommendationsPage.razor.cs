using System.Globalization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Evaluation;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Recommendations;

/// <summary>What to offer to a customer, a segment or a basket, how good the offers are, and the dimensions of what customers buy.</summary>
public partial class RecommendationsPage
{
    private static readonly (string Id, string Text)[] Tabs = [("offers", "What to offer"), ("quality", "How good it is"), ("dimensions", "Dimensions")];

    private SegmentTastes? tastes;
    private int busiest;
    private string? notFound;

    /// <summary>quality or dimensions; the offers when absent.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? Tab { get; set; }

    /// <summary>segment or basket; a customer when absent.</summary>
    [SupplyParameterFromQuery(Name = "for")]
    public string? Target { get; set; }

    /// <summary>The id of the customer; the one with most orders when absent.</summary>
    [SupplyParameterFromQuery(Name = "customer")]
    public string? Customer { get; set; }

    [SupplyParameterFromQuery(Name = "segment")]
    public string? Segment { get; set; }

    /// <summary>Product codes with commas.</summary>
    [SupplyParameterFromQuery(Name = "basket")]
    public string? Basket { get; set; }

    /// <summary>How many products are judged: 5, 10 or 20.</summary>
    [SupplyParameterFromQuery(Name = "k")]
    public string? K { get; set; }

    /// <summary>OneTimeBuyers or Regulars; everyone when absent.</summary>
    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    /// <summary>The dimension to the right, from 1.</summary>
    [SupplyParameterFromQuery(Name = "x")]
    public string? X { get; set; }

    /// <summary>The dimension upwards, from 1.</summary>
    [SupplyParameterFromQuery(Name = "y")]
    public string? Y { get; set; }

    protected internal override IReadOnlyList<AnalysisStage> Shows =>
        [AnalysisStage.Recommendation, AnalysisStage.Features, AnalysisStage.Segmentation, AnalysisStage.Personas];

    private RecommendationEngine Engine => Result!.Recommendation!.Engine!;

    private string TabShown => Tab is not null && Tabs.Any(tab => tab.Id == Tab) ? Tab : "offers";

    private string TargetShown => Target == "basket" || (Target == "segment" && tastes is not null) ? Target : "customer";

    private int LengthShown => Number(K) is { } k && RecommenderEvaluation.Lengths.Contains(k) ? k : 10;

    private CustomerKind KindShown => Enum.TryParse(Who, out CustomerKind kind) && Enum.IsDefined(kind) ? kind : CustomerKind.Everyone;

    private int SegmentShown => Number(Segment) is { } segment && tastes is not null && segment >= 0 && segment < tastes.All.Count ? segment : 0;

    private int CustomerShown
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Customer))
            {
                return busiest;
            }

            int found = Array.IndexOf(Engine.History.Log.CustomerIds, Customer.Trim());
            return found < 0 ? busiest : found;
        }
    }

    private IReadOnlyList<int> BasketShown =>
        [.. (Basket ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(code => Engine.FindProduct(code)).Where(product => product >= 0).Distinct()];

    protected override void OnResult(AnalysisResult? result)
    {
        tastes = result is null ? null : SegmentTastes.Of(result);
        busiest = 0;
        if (result?.Recommendation?.Engine is { } engine)
        {
            int[] baskets = engine.History.Baskets;
            for (int customer = 1; customer < baskets.Length; customer++)
            {
                busiest = baskets[customer] > baskets[busiest] ? customer : busiest;
            }
        }

        Check();
    }

    protected override void OnParametersSet() => Check();

    /// <summary>A link may name what this file does not have.</summary>
    private void Check()
    {
        notFound = null;
        if (Result?.Recommendation?.Engine is not { } engine)
        {
            return;
        }

        if (TargetShown == "customer" && !string.IsNullOrWhiteSpace(Customer) && Array.IndexOf(engine.History.Log.CustomerIds, Customer.Trim()) < 0)
        {
            notFound = $"There is no customer {Customer} in these data; the one with most orders is shown. Search by the id as it is in the file.";
        }
        else if (TargetShown == "basket" && engine.Unknown((Basket ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)) is { Count: > 0 } unknown)
        {
            notFound = $"Nobody bought {string.Join(", ", unknown)}; the basket is shown without.";
        }
    }

    private Task ChangeRecommendationAsync(Func<RecommendationOptions, RecommendationOptions> change) =>
        ChangeAsync(options => options with { Recommendation = change(options.Recommendation) });

    private void ShowTab(string id) => SetQuery(("view", id == Tabs[0].Id ? null : id));

    private int AxisOf(string? text, int standard)
    {
        int last = Result!.Recommendation!.Dimensions!.Dimensions.Count - 1;
        return Number(text) is { } number && number >= 1 && number - 1 <= last ? number - 1 : Math.Min(standard, last);
    }

    private int SlotOf(int segment) => Result?.Segments is { } segments && segment >= 0 && segment < segments.Segments.Count ? segments.Segments[segment].ColourSlot : segment;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
