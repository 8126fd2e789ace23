using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Saving;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Reads a file, cleans it by the rules the model was learned under, and scores it with the model.</summary>
public static class SavedModelScoring
{
    /// <summary>Scores a file on disk.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="fileName">The name a person knows it by.</param>
    /// <param name="model">The model.</param>
    /// <param name="import">How the file is read; null for what is found out about it, with the order of days and months of the model's recipe.</param>
    /// <param name="progress">Told while the file is read and cleaned.</param>
    /// <param name="cancellationToken">Stops reading and cleaning.</param>
    /// <exception cref="ImportException">The file is no table that can be read.</exception>
    /// <exception cref="NothingLeftException">Cleaning left nothing.</exception>
    /// <exception cref="ModelDoesNotFitException">The file lacks what the model reads.</exception>
    /// <exception cref="RecipeException">The recipe in the model cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ScoredFile Run(
        string path,
        string fileName,
        SavedModel model,
        ImportOptions? import = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        AnalysisOptions recipe = model.Info.Recipe.Length == 0 ? AnalysisOptions.Default : Recipe.Parse(model.Info.Recipe);
        import ??= new ImportOptions { DateOrder = recipe.Import.DateOrder };
        FileKind kind = import.Kind ?? FileProfiler.Profile(path, fileName, import, cancellationToken).Kind;
        if (kind == FileKind.CustomerAttributes)
        {
            AttributeImportResult attributes = CustomerAttributeImporter.Import(path, fileName, import, progress, cancellationToken);
            AttributeFeatureSet set = AttributeFeatures.Build(attributes.Table, recipe.Attributes with { Columns = null });
            var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
            for (int i = 0; i < set.Table.Definitions.Count; i++)
            {
                columns[set.Table.Definitions[i].Id] = set.Table.Columns[i];
            }

            return ModelScoring.Score(model, set.Table.CustomerIds, columns);
        }

        ImportResult transactions = TransactionImporter.Import(path, fileName, import, progress, cancellationToken);
        CleaningResult cleaned = CleaningPipeline.Run(transactions.Table, recipe.Cleaning, progress, cancellationToken);
        ScoredFile scored = ModelScoring.Score(model, cleaned.Cleaned);
        return transactions.Report.RowsRejected == 0 ? scored : scored with
        {
            Notes = [.. scored.Notes, FormattableString.Invariant($"{transactions.Report.RowsRejected:N0} of {transactions.Report.RowsRead:N0} rows could not be read and were set aside.")],
        };
    }
}
