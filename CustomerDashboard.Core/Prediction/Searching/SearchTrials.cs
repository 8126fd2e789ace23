using System.Diagnostics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>The trials of one search, on the training rows it was given and no others.</summary>
internal sealed class SearchTrials
{
    private readonly TaskResult _task;
    private readonly TaskData _data;
    private readonly PredictionOptions _options;
    private readonly SearchOptions _search;
    private readonly ModelKind[] _models;
    private readonly (TaskRows Train, TaskRows Test)[] _folds;

    public SearchTrials(TaskResult task, TaskData data, PredictionOptions options, SearchOptions search, ModelKind[] models)
    {
        (_task, _data, _options, _search, _models) = (task, data, options, search, models);
        IReadOnlyList<TrainTestSplit> splits = task.Question.Kind switch
        {
            QuestionKind.Binary => StratifiedKFold.Split(data.Current.Labels(), search.InnerFolds, search.Seed),
            QuestionKind.Multiclass => StratifiedKFold.Split(data.Current.Classes(), task.Question.Classes.Count, search.InnerFolds, search.Seed),
            _ => KFold.Split(data.Current.Count, search.InnerFolds, search.Seed),
        };
        _folds = [.. splits.Select(split => (data.Current.Select(split.Train), data.Current.Select(split.Test)))];
    }

    /// <summary>
    /// Runs trials until they or the time are at an end. Only the trials before the first that was not finished count: which those are may depend
    /// on the machine, what they found does not.
    /// </summary>
    public IReadOnlyList<SearchTrial> Run(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_search.TimeLimit is { } limit)
        {
            clock.CancelAfter(limit);
        }

        long started = Stopwatch.GetTimestamp();
        var trials = new SearchTrial?[_search.Trials];
        int done = 0;
        try
        {
            ParallelWork.Run(
                trials.Length,
                null,
                number =>
                {
                    // The timer may be late where all threads are at work.
                    if (_search.TimeLimit is { } longest && Stopwatch.GetElapsedTime(started) > longest)
                    {
                        clock.Cancel();
                        clock.Token.ThrowIfCancellationRequested();
                    }

                    trials[number] = Try(number, clock.Token);
                    int finished = Interlocked.Increment(ref done);
                    progress?.Report(new WorkProgress("Trying settings", (double)finished / trials.Length, finished, "trials"));
                },
                clock.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up; what was finished stands.
        }

        int end = Array.IndexOf(trials, null);
        return [.. trials.AsSpan(0, end < 0 ? trials.Length : end)!];
    }

    /// <summary>The best first, of equal ones the earlier; those that failed last.</summary>
    public SearchTrial[] Ranked(IReadOnlyList<SearchTrial> trials)
    {
        double sign = TrialScore.HigherIsBetter(_task.Question.Kind) ? -1 : 1;
        return [.. trials.OrderBy(trial => trial.Failure is null ? 0 : 1).ThenBy(trial => sign * trial.Score).ThenBy(trial => trial.Number)];
    }

    /// <summary>Learns from all rows of the search and judges on others.</summary>
    public ModelJudgement? Judge(ModelKind model, ModelSettings settings, TaskRows test, CancellationToken cancellationToken)
    {
        var job = new FitJob(_task.Question, Models(settings, null), model, _data.Current, test);
        job.Run(cancellationToken);
        var resamples = new Resamples(_search.Seed);
        return job.Failure is not null ? null : _task.Question.Kind switch
        {
            QuestionKind.Binary => BinaryJudge.Judge(job.Predicted, test.Labels(), _data.Current.Count, _options.Threshold, resamples),
            QuestionKind.Multiclass => MulticlassJudge.Judge(job.Probabilities!, test.Classes(), _data.Current.Count, resamples),
            _ => RegressionJudge.Judge(job.Predicted, test.Targets, _data.Current.Count, resamples),
        };
    }

    private SearchTrial Try(int number, CancellationToken cancellationToken)
    {
        ModelKind model = _models[number % _models.Length];
        bool isDefault = number < _models.Length;
        ModelSettings settings = isDefault
            ? _options.Settings
            : SearchSpace.Draw(model, _options.Settings, _data.Current.Features.Columns, _data.Current.Count, new RandomSource(_search.Seed).Split(number));
        var scores = new double[_folds.Length];
        double seconds = 0;
        string? failure = null;
        for (int fold = 0; fold < scores.Length && failure is null; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var job = new FitJob(_task.Question, Models(settings, 1), model, _folds[fold].Train, _folds[fold].Test);
            job.Run(cancellationToken);
            failure = job.Failure;
            seconds += job.FitTime.TotalSeconds;
            scores[fold] = failure is null ? TrialScore.Of(_task.Question.Kind, job) : double.NaN;
        }

        FoldSummary summary = FoldSummary.Of(scores);
        return new SearchTrial(
            number + 1, model, ModelNames.Of(model), settings, SearchSpace.Words(model, settings), isDefault,
            failure is null ? summary.Mean : double.NaN, summary.StandardDeviation, seconds, failure);
    }

    private TaskModels Models(ModelSettings settings, int? threads) => new(_data, _task.Features, _options with { Settings = settings }, [], threads);
}
