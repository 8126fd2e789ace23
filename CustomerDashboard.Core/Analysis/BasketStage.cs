using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The stage that finds what is bought together. It waits for the segments only where the recipe asks for the baskets of some.</summary>
internal static class BasketStage
{
    public static Task<BasketResult?> Start(StageRunner run, Task<CleanedLines> lines, Task<Grouping> grouping, AnalysisOptions options) =>
        options.Baskets.Segments.Count == 0
            ? run.After(AnalysisStage.Baskets, lines, cleaned => Find(run, cleaned, options, string.Empty, null))
            : run.After(AnalysisStage.Baskets, lines, grouping, (cleaned, segments) => Find(
                run, cleaned, options, $"{segments.Key} {StageKey.Text(segments.Chosen?.K ?? 0)}", SegmentOfCustomer(cleaned, segments.Customers.Features, segments.Chosen)));

    private static BasketResult? Find(StageRunner run, CleanedLines cleaned, AnalysisOptions options, string segmentKey, int[]? segmentOfCustomer)
    {
        string key = StageKey.Of(AnalysisStage.Baskets, cleaned.Key, Recipe.Fingerprint(options.Baskets), segmentKey);
        BasketResult? baskets = run.Try(
            AnalysisStage.Baskets,
            key,
            cleaned.Result,
            (input, progress) => BasketAnalysis.Run(input.Cleaned, options.Baskets, segmentOfCustomer, progress, run.Cancellation),
            result => (12L * result.Table.Items.Length) + (24L * result.Table.Count) + (400L * result.Rules.Rules.Count) + (40L * (result.Itemsets?.Count ?? 0)) + 2_000_000);
        if (baskets?.Unavailable is { } reason)
        {
            run.MarkUnavailable(AnalysisStage.Baskets, reason);
        }

        run.Put(AnalysisStage.Baskets, result => result with { Baskets = baskets });
        return baskets;
    }

    private static int[]? SegmentOfCustomer(CleanedLines lines, CustomerFeatureTable? features, SegmentSolution? segments)
    {
        if (lines.Result is null || features is null || segments is null)
        {
            return null;
        }

        var segmentOf = new int[lines.Result.Cleaned.CustomerCount];
        Array.Fill(segmentOf, -1);
        for (int row = 0; row < features.RowCount; row++)
        {
            segmentOf[features.CustomerIndex is { } index ? index[row] : row] = segments.Labels[row];
        }

        return segmentOf;
    }
}
