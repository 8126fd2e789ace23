using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Learns from the past of the lines what customers will do next; needs nothing of the segments.</summary>
internal static class PredictionStage
{
    public static Task<PredictionResult?> Start(StageRunner run, Task<CleanedLines> lines, AnalysisOptions options) => run.After(AnalysisStage.Prediction, lines, cleaned =>
    {
        string key = StageKey.Of(AnalysisStage.Prediction, cleaned.Key, Recipe.Fingerprint(options.Prediction), StageKey.Text(options.Seed));
        PredictionResult? prediction = run.Try(
            AnalysisStage.Prediction,
            key,
            cleaned.Result,
            (input, progress) => PurchasePrediction.Run(input.Cleaned, options.Prediction, progress, run.Cancellation),
            result => (400L * (result.Customers.Count + 100)) + result.Tasks.Sum(task => task.EstimatedBytes));
        if (prediction?.Unavailable is { } unavailable && prediction.Tasks.All(task => task.Unavailable is not null))
        {
            run.MarkUnavailable(AnalysisStage.Prediction, unavailable.Message);
        }

        run.Put(AnalysisStage.Prediction, result => result with { Prediction = prediction });
        return prediction;
    });
}
