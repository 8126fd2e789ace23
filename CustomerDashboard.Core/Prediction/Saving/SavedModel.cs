using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>A fitted model with everything needed to use it on another file, and to know what it is worth.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Fitted">The model.</param>
public sealed record SavedModel(SavedModelInfo Info, FittedTask Fitted)
{
    /// <summary>What saved models end in.</summary>
    public const string Extension = ".cdmodel";

    /// <summary>A model of a task, ready to be written.</summary>
    /// <param name="task">The task.</param>
    /// <param name="fitted">The model; null for the leading one.</param>
    /// <param name="options">The options it was learned with.</param>
    /// <param name="dataFile">The name of the file it learned from.</param>
    /// <param name="dataSha256">That file's SHA-256.</param>
    /// <param name="savedAt">Now.</param>
    /// <param name="recipe">The recipe of the whole analysis as JSON.</param>
    /// <exception cref="ArgumentException">The task has no fitted model.</exception>
    public static SavedModel Of(
        TaskResult task, FittedTask? fitted, PredictionOptions options, string dataFile, string dataSha256, DateTime savedAt, string recipe = "")
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        fitted ??= task.Fitted ?? throw new ArgumentException($"There is no model to save: {task.Unavailable?.Message}", nameof(task));
        ModelEvaluation? evaluation = task.Find(fitted.Model);
        var metrics = new List<SavedMetric>();
        foreach ((string view, ModelJudgement? judgement) in new[] { ("forward", evaluation?.Forward), ("holdOut", evaluation?.HoldOut), ("crossValidation", evaluation?.CrossValidation) })
        {
            if (judgement is not null)
            {
                JudgedValue headline = judgement.Headline;
                metrics.Add(new SavedMetric(view, judgement.HeadlineName, headline.Value, headline.Lower, headline.Upper, judgement.Customers));
            }
        }

        return new SavedModel(
            new SavedModelInfo
            {
                Question = fitted.Question,
                Model = fitted.Model,
                ModelName = ModelNames.Of(fitted.Model),
                Settings = ModelNames.SettingsOf(fitted.Model, options.Settings),
                Features = fitted.Features,
                DataFile = dataFile,
                DataSha256 = dataSha256,
                LearnedFrom = task.Data?.Current.Count ?? task.Customers,
                Windows = task.Windows,
                Options = options,
                Metrics = metrics,
                SavedAt = savedAt,
                Recipe = recipe,
            },
            fitted);
    }
}
