using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>
/// Looks for better settings by trying random ones. Settings are compared by cross-validation inside the training rows; only the chosen ones are
/// then judged, once, on customers the search never saw: those of the later period where the file is long enough, else those held out.
/// </summary>
/// <remarks>
/// J. Bergstra, Y. Bengio, "Random search for hyper-parameter optimization", 2012; S. Varma, R. Simon, "Bias in error estimation when using
/// cross-validation for model selection", 2006, for why the score of the chosen has to come from elsewhere. Costs trials x inner folds fits.
/// </remarks>
public static class HyperparameterSearch
{
    /// <summary>Searches.</summary>
    /// <param name="task">A task that could be answered.</param>
    /// <param name="options">The options it was answered with: its settings are the first tried, its resampling and calibration are kept.</param>
    /// <param name="search">How long and where.</param>
    /// <param name="progress">Told after each trial.</param>
    /// <param name="cancellationToken">Stops between and inside fits.</param>
    /// <returns>The same for the same number of finished trials, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">The task has no data, or none of the models has settings to search.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SearchResult Run(
        TaskResult task,
        PredictionOptions options,
        SearchOptions? search = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        search ??= new SearchOptions();
        search.Validate();
        TaskData data = task.Data ?? throw new ArgumentException($"There is nothing to learn from: {task.Unavailable?.Message}", nameof(task));
        ModelKind[] models = [.. (search.Models ?? [.. task.Models.Where(model => model.Failure is null).Select(model => model.Model)]).Where(SearchSpace.Has).Distinct()];
        if (models.Length == 0)
        {
            throw new ArgumentException("None of these models has settings to search. Choose for instance boosted trees or logistic regression.", nameof(search));
        }

        bool forward = data.Earlier is not null;
        TaskRows train = data.Earlier ?? data.Current.Select(data.HoldOut.Train);
        TaskRows test = forward ? data.Later ?? data.Current : data.Current.Select(data.HoldOut.Test);
        var trials = new SearchTrials(task, data with { Current = train, Earlier = null, Later = null, Scoring = null }, options, search, models);
        IReadOnlyList<SearchTrial> finished = trials.Run(progress, cancellationToken);
        ModelJudgement? outer = null;
        ModelJudgement? before = null;
        SearchTrial[] board = trials.Ranked(finished);
        SearchTrial? chosen = board.FirstOrDefault(trial => trial.Failure is null);
        if (chosen is not null)
        {
            progress?.Report(new WorkProgress("Judging the best on customers never seen", 1, finished.Count, "trials"));
            outer = trials.Judge(chosen.Model, chosen.Settings, test, cancellationToken);
            before = chosen.IsDefault ? outer : trials.Judge(chosen.Model, options.Settings, test, cancellationToken);
        }

        bool cutShort = finished.Count < search.Trials;
        return new SearchResult
        {
            ScoreName = TrialScore.Name(task.Question.Kind),
            HigherIsBetter = TrialScore.HigherIsBetter(task.Question.Kind),
            Leaderboard = board,
            Chosen = chosen,
            Outer = outer,
            OuterOfDefault = before,
            IsForward = forward,
            SearchedOn = train.Count,
            CutShort = cutShort,
            Sentence = Words(finished.Count, search.Trials, chosen, outer, before, forward, train.Count),
        };
    }

    private static string Words(int finished, int asked, SearchTrial? chosen, ModelJudgement? outer, ModelJudgement? before, bool forward, int rows)
    {
        string tried = FormattableString.Invariant($"{finished:N0} settings were compared on folds of {rows:N0} customers{(finished < asked ? $"; time ran out before the other {asked - finished:N0}" : "")}.");
        if (chosen is null || outer is null || before is null)
        {
            return $"{tried} None of them could be learned.";
        }

        string where = FormattableString.Invariant($"on {outer.Customers:N0} customers the search never saw{(forward ? ", one period later" : "")}");
        string judged = FormattableString.Invariant($"{outer.HeadlineName} is {Figure(outer)} {where}");
        string against = chosen.IsDefault
            ? "the settings it has now came out best"
            : FormattableString.Invariant($"with the settings it has now it is {Figure(before)}");
        return $"{tried} Best: {chosen.ModelName} ({chosen.SettingsInWords}). {judged}; {against}.";
    }

    private static string Figure(ModelJudgement judgement) => judgement.HigherIsBetter
        ? FormattableString.Invariant($"{judgement.Headline.Value:0.000} ({judgement.Headline.Lower:0.000} to {judgement.Headline.Upper:0.000})")
        : FormattableString.Invariant($"{judgement.Headline.Value:#,0.0} ({judgement.Headline.Lower:#,0.0} to {judgement.Headline.Upper:#,0.0})");
}
