using CustomerDashboard.Core.Baskets.Network;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The stages that link products by baskets, and customers by products.</summary>
internal static class NetworkStages
{
    public static void Start(StageRunner run, Task<CleanedLines> lines, AnalysisOptions options)
    {
        _ = run.After(AnalysisStage.ProductNetwork, lines, cleaned =>
        {
            string key = StageKey.Of(
                AnalysisStage.ProductNetwork, cleaned.Key, Recipe.Fingerprint(options.ProductNetwork), StageKey.Text(options.Seed));
            ProductNetworkResult? products = run.Try(
                AnalysisStage.ProductNetwork,
                key,
                cleaned.Result,
                (input, progress) => ProductNetworkAnalysis.Run(input.Cleaned, options.ProductNetwork, progress, run.Cancellation),
                result => Bytes(result.Network) + (8L * result.Counts.Highest));
            if (products?.Unavailable is { } reason)
            {
                run.MarkUnavailable(AnalysisStage.ProductNetwork, reason);
            }

            run.Put(AnalysisStage.ProductNetwork, result => result with { ProductNetwork = products });
            return products;
        });
        _ = run.After(AnalysisStage.CustomerNetwork, lines, cleaned =>
        {
            string key = StageKey.Of(
                AnalysisStage.CustomerNetwork, cleaned.Key, Recipe.Fingerprint(options.CustomerNetwork), StageKey.Text(options.Seed));
            CustomerNetworkResult? customers = run.Try(
                AnalysisStage.CustomerNetwork,
                key,
                cleaned.Result,
                (input, progress) => CustomerNetworkAnalysis.Run(input.Cleaned, options.CustomerNetwork, progress, run.Cancellation),
                result => Bytes(result.Network));
            if (customers?.Unavailable is { } reason)
            {
                run.MarkUnavailable(AnalysisStage.CustomerNetwork, reason);
            }

            run.Put(AnalysisStage.CustomerNetwork, result => result with { CustomerNetwork = customers });
            return customers;
        });
    }

    private static long Bytes(LinkNetwork? network) => network is null ? 1_000 : (200L * network.Nodes.Count) + (80L * network.Links.Count);
}
