using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Saving;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Makes the models of an analysis ready to be saved, with its recipe and the hash of its file.</summary>
public static class SavedModels
{
    /// <summary>A model of one question.</summary>
    /// <param name="result">The analysis.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="model">Which model; null for the leading one. Another one is learned first.</param>
    /// <param name="savedAt">Now.</param>
    /// <param name="cancellationToken">Stops the learning.</param>
    /// <returns>Null where the question was not asked or could not be answered.</returns>
    /// <exception cref="ArgumentException">The model does not answer this question.</exception>
    public static SavedModel? Of(AnalysisResult result, string questionId, ModelKind? model, DateTime savedAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Prediction?.Task(questionId) is not { Fitted: { } leading } task)
        {
            return null;
        }

        PredictionOptions options = result.Prediction.Options;
        FittedTask fitted = model is null || model == leading.Model ? leading : PredictionLaboratory.Fit(task, model.Value, options, cancellationToken);
        AnalysisOptions recipe = result.Options with { Import = result.Options.Import with { DateOrder = result.Report.Applied.DateOrder } };
        return SavedModel.Of(task, fitted, options, result.Report.FileName, result.Report.Sha256, savedAt, Recipe.ToJson(recipe));
    }

    /// <summary>The leading model of every question that could be answered.</summary>
    public static IReadOnlyList<SavedModel> OfAll(AnalysisResult result, DateTime savedAt)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. (result.Prediction?.Tasks ?? []).Select(task => Of(result, task.Question.Id, null, savedAt)).OfType<SavedModel>()];
    }
}
