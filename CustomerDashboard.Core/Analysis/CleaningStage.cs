using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Takes the lines through the rules; the ledger is shown even when nothing is left.</summary>
internal static class CleaningStage
{
    public static Task<CleanedLines> Start(StageRunner run, Task<ImportedFile> file, AnalysisOptions options, string importKey) =>
        run.After(AnalysisStage.Cleaning, file, read => Run(run, read, options, importKey));

    private static CleanedLines Run(StageRunner run, ImportedFile file, AnalysisOptions options, string importKey)
    {
        IReadOnlyList<CleaningStep> ledger = [];
        CleaningTotals? asRead = null;
        string key = StageKey.Of(AnalysisStage.Cleaning, importKey, Recipe.Fingerprint(options.Cleaning));
        CleaningResult? cleaning = run.Try(
            AnalysisStage.Cleaning,
            key,
            progress =>
            {
                try
                {
                    return CleaningPipeline.Run(file.Transactions!, options.Cleaning, progress, run.Cancellation);
                }
                catch (NothingLeftException nothing)
                {
                    (ledger, asRead) = (nothing.Steps, nothing.Before);
                    throw;
                }
            },
            result => (80L * result.Cleaned.RowCount) + result.RemovedBy.Length);
        run.Put(AnalysisStage.Cleaning, result => result with { Cleaning = cleaning, Ledger = cleaning?.Steps ?? ledger, AsRead = cleaning?.Before ?? asRead });
        return new CleanedLines(cleaning, key);
    }
}
