using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Learns any model of a task that was already asked, from the rows the task keeps.</summary>
public static class PredictionLaboratory
{
    /// <summary>Learns a model from everyone whose answer is known.</summary>
    /// <param name="task">A task that could be answered.</param>
    /// <param name="model">The model; it need not have been compared.</param>
    /// <param name="options">Settings, resampling and calibration.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">The task has no data, or the model does not answer its kind of question.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FittedTask Fit(TaskResult task, ModelKind model, PredictionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        TaskRows rows = Data(task).Current;
        var fitted = new FittedTask { Question = task.Question, Model = model, Features = task.Features };
        return task.Question.Kind switch
        {
            QuestionKind.Binary => fitted with
            {
                Classifier = Classifier(task, model, options).Fit(rows.Features, rows.Labels(), null, cancellationToken),
            },
            QuestionKind.Multiclass => fitted with
            {
                Multiclass = Multiclass(task, model, options)
                    .Fit(rows.Features, rows.Classes(), task.Question.Classes.Count, null, cancellationToken),
            },
            _ => fitted with
            {
                Regressor = Regressor(task, model, options).Fit(rows.Features, rows.Targets, null, cancellationToken) is var regressor
                    && regressor is CorrectedRunRateModel corrected ? corrected.InSeason(Data(task).SeasonScoring) : regressor,
            },
        };
    }

    /// <summary>A yes/no model of a task, not yet fitted: with its preparation, resampling and calibration, all to be fitted on the rows it is given.</summary>
    /// <exception cref="ArgumentException">The task has no data, or the model does not answer yes/no questions.</exception>
    public static IClassifier Classifier(TaskResult task, ModelKind model, PredictionOptions options) => Models(task, options).Classifier(model);

    /// <summary>A model of several classes of a task, not yet fitted.</summary>
    /// <exception cref="ArgumentException">The task has no data, or the model does not answer questions of classes.</exception>
    public static IMulticlassClassifier Multiclass(TaskResult task, ModelKind model, PredictionOptions options) => Models(task, options).Multiclass(model);

    /// <summary>A model of numbers of a task, not yet fitted.</summary>
    /// <exception cref="ArgumentException">The task has no data, or the model does not foretell numbers.</exception>
    public static IRegressor Regressor(TaskResult task, ModelKind model, PredictionOptions options) => Models(task, options).Regressor(model);

    private static TaskModels Models(TaskResult task, PredictionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new TaskModels(Data(task), task.Features, options, [.. task.Models.Select(m => m.Model).Where(VotingMembers.Votes)]);
    }

    private static TaskData Data(TaskResult task) =>
        task.Data ?? throw new ArgumentException($"There is nothing to learn from: {task.Unavailable?.Message}", nameof(task));
}
