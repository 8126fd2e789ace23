using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Fits the models of buying and spending and values every customer; needs nothing of the segments.</summary>
internal static class LifetimeValueStage
{
    public static Task Start(StageRunner run, Task<CleanedLines> lines, AnalysisOptions options) => run.After(AnalysisStage.LifetimeValue, lines, cleaned =>
    {
        string key = StageKey.Of(AnalysisStage.LifetimeValue, cleaned.Key, Recipe.Fingerprint(options.LifetimeValue), StageKey.Text(options.Seed));
        LifetimeValueResult? lifetime = run.Try(
            AnalysisStage.LifetimeValue,
            key,
            cleaned.Result,
            (input, progress) => LifetimeValueAnalysis.Run(input.Cleaned, options.LifetimeValue, progress, run.Cancellation),
            result => 300L * (result.Customers.Count + 100));
        if (lifetime?.Unavailable is { } unavailable)
        {
            run.MarkUnavailable(AnalysisStage.LifetimeValue, unavailable);
        }

        run.Put(AnalysisStage.LifetimeValue, result => result with { LifetimeValue = lifetime });
        return lifetime;
    });
}
