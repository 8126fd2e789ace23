using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Recommendations;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Learns from the baskets what to offer whom, and judges it on the last of them.</summary>
internal static class RecommendationStage
{
    public static void Start(StageRunner run, Task<CleanedLines> lines, AnalysisOptions options) => _ = run.After(AnalysisStage.Recommendation, lines, cleaned =>
    {
        RecommendationOptions learned = Learned(options.Recommendation);
        string key = StageKey.Of(AnalysisStage.Recommendation, cleaned.Key, Recipe.Fingerprint(learned), StageKey.Text(options.Seed));
        RecommendationResult? found = run.Try(
            AnalysisStage.Recommendation,
            key,
            cleaned.Result,
            (input, progress) => ProductRecommendation.Run(input.Cleaned, learned with { Seed = options.Seed }, NonProducts(input), progress, run.Cancellation),
            Bytes);
        if (found?.Unavailable is { } reason)
        {
            run.MarkUnavailable(AnalysisStage.Recommendation, reason);
        }

        run.Put(AnalysisStage.Recommendation, result => result with { Recommendation = found });
        return found;
    });

    /// <summary>The codes that are likely no products: nobody wants postage recommended.</summary>
    public static IReadOnlySet<string> NonProducts(CleaningResult lines) =>
        lines.NonProductCandidates.Where(candidate => candidate.IsLikely).Select(candidate => candidate.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is offered is chosen when it is asked for: only what is learned takes time and belongs to the key.</summary>
    private static RecommendationOptions Learned(RecommendationOptions options)
    {
        var standard = new RecommendationOptions();
        return options with
        {
            Model = standard.Model,
            Count = standard.Count,
            IncludeRepeats = standard.IncludeRepeats,
            ExcludedProducts = standard.ExcludedProducts,
            InStock = standard.InStock,
            Diversity = standard.Diversity,
            FeatureDimensions = standard.FeatureDimensions,
        };
    }

    private static long Bytes(RecommendationResult result) => result.Engine is not { } engine
        ? 1_000
        : (60L * engine.History.Product.Length) + (2_500L * engine.History.ProductCount) + (700L * engine.History.CustomerCount);
}
