using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Components.Pages.Recommendations;

/// <summary>The words of the Recommendations page.</summary>
internal static class RecommendationWords
{
    public static IReadOnlyList<OptionChoice<RecommenderKind>> Models { get; } =
    [
        .. ((RecommenderKind[])
        [
            RecommenderKind.Hybrid, RecommenderKind.ImplicitAls, RecommenderKind.TruncatedSvd, RecommenderKind.ItemNeighbours, RecommenderKind.BasketRules,
            RecommenderKind.RepeatPurchases, RecommenderKind.Trending, RecommenderKind.Popularity,
        ]).Select(kind => new OptionChoice<RecommenderKind>(kind, Name(kind))),
    ];

    public static string Name(RecommenderKind kind) => kind switch
    {
        RecommenderKind.Hybrid => "All together (hybrid)",
        RecommenderKind.Popularity => "Bestsellers (popularity)",
        RecommenderKind.Trending => "What sells now (trend)",
        RecommenderKind.RepeatPurchases => "What they bought before (repeats)",
        RecommenderKind.ItemNeighbours => "Same customers (item neighbours)",
        RecommenderKind.BasketRules => "Same baskets (rules)",
        RecommenderKind.TruncatedSvd => "Taste, linear (SVD)",
        _ => "Taste, learned (ALS)",
    };

    public static string Does(RecommenderKind kind) => kind switch
    {
        RecommenderKind.Hybrid => "Blends all the others, with weights learned on an earlier period.",
        RecommenderKind.Popularity => "Offers everyone what most customers bought. Every other way has to beat this.",
        RecommenderKind.Trending => "Offers everyone what was bought most in the last weeks.",
        RecommenderKind.RepeatPurchases => "Offers what the customer bought before, most often first. It knows nothing new.",
        RecommenderKind.ItemNeighbours => "Offers products that the same customers buy as those this one bought.",
        RecommenderKind.BasketRules => "Offers products that lie in the same baskets as those this one bought.",
        RecommenderKind.TruncatedSvd => "Finds a few dimensions in all purchases and offers what fits the customer's place in them.",
        _ => "Learns factors of customers and products from purchases and offers what matches.",
    };

    public static string SignalName(HybridSignal signal) => signal switch
    {
        HybridSignal.Popularity => "Bestsellers",
        HybridSignal.Trending => "What sells now",
        HybridSignal.ItemNeighbours => "Same customers",
        HybridSignal.BasketRules => "Same baskets",
        HybridSignal.TruncatedSvd => "Taste, linear",
        HybridSignal.ImplicitAls => "Taste, learned",
        HybridSignal.BoughtBefore => "Bought before",
        _ => "Bought lately",
    };

    /// <summary>The page in one sentence.</summary>
    public static string Answer(RecommendationResult result, RecommendationOptions options)
    {
        CandidateScope scope = options.IncludeRepeats ? CandidateScope.AllProducts : CandidateScope.NewProducts;
        if (result.Evaluation is not { } evaluation || evaluation.Find(options.Model, scope) is not { } used || evaluation.Find(RecommenderKind.Popularity, scope) is not { } popular)
        {
            return result.NotJudged ?? "Choose a customer, a segment or a basket to see what to offer.";
        }

        string products = scope == CandidateScope.NewProducts ? "ten new products" : "ten products";
        double days = (evaluation.End - evaluation.Cutoff).TotalDays;
        string within = $"within {Numbers.Count((long)Math.Round(days))} days";
        string against = options.Model == RecommenderKind.Popularity
            ? ""
            : $" The bestsellers alone reach {Numbers.Fixed(10 * popular.Precision.Value, 1)}.";
        return $"Of {products} offered, a customer who orders buys {Numbers.Fixed(10 * used.Precision.Value, 1)} {within}, tested on {Numbers.Count(used.Count)} customers.{against}";
    }
}
