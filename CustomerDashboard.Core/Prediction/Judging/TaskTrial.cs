using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>
/// All fits of one task: each model forward, on the hold-out and on each fold. The rows of a view are cut out once for all models.
/// </summary>
internal sealed class TaskTrial
{
    private const int HoldOutView = 1;
    private const int FirstFold = 2;

    private readonly PreparedTask _task;
    private readonly PredictionOptions _options;
    private readonly Resamples _resamples;
    private readonly List<(TaskRows Train, TaskRows Test)?> _views = [];
    private readonly FitJob?[][] _jobs;

    public TaskTrial(PreparedTask task, PredictionOptions options, Resamples resamples)
    {
        _task = task;
        _options = options;
        _resamples = resamples;
        TaskData data = task.Data!;
        _views.Add(data.Earlier is null ? null : (data.Earlier, data.Later ?? data.Current));
        _views.Add(View(data.HoldOut));
        foreach (TrainTestSplit fold in data.Folds)
        {
            _views.Add(View(fold));
        }

        // The fits of a task run side by side, one to a thread, so no model may split itself over threads.
        var models = new TaskModels(data, task.Features, options, [.. task.Models.Where(VotingMembers.Votes)], threads: 1);
        _jobs = [.. task.Models.Select(model => _views
            .Select((view, i) => view is { } rows && (i < FirstFold || ModelChoice.IsCrossValidated(model, data, options))
                ? new FitJob(task.Question, models, model, rows.Train, rows.Test, i == 0 ? data.SeasonForward : 1)
                : null).ToArray())];
    }

    /// <summary>What is to be run; votes come of the others.</summary>
    public IEnumerable<FitJob> Jobs => _jobs.SelectMany(own => own).OfType<FitJob>().Where(job => job.Model != ModelKind.VotingEnsemble);

    /// <summary>Counts the votes once all others are done.</summary>
    public void Vote()
    {
        for (int model = 0; model < _jobs.Length; model++)
        {
            for (int view = 0; view < _views.Count; view++)
            {
                if (_task.Models[model] == ModelKind.VotingEnsemble && _jobs[model][view] is { } job)
                {
                    job.Vote([.. _jobs.Select(own => own[view]).OfType<FitJob>().Where(own => VotingMembers.Votes(own.Model) && own.Failure is null)]);
                }
            }
        }
    }

    /// <summary>The judgements of one model.</summary>
    public ModelEvaluation Judge(int model)
    {
        ModelKind kind = _task.Models[model];
        FitJob?[] own = _jobs[model];
        string? failure = own.FirstOrDefault(job => job?.Failure is not null)?.Failure;
        var evaluation = new ModelEvaluation
        {
            Model = kind,
            Name = ModelNames.Of(kind),
            IsBaseline = ModelNames.IsBaseline(kind),
            Description = ModelNames.Describe(kind, _task.Question.Kind),
            Settings = ModelNames.SettingsOf(kind, _options.Settings),
            FitSeconds = own[HoldOutView]!.FitTime.TotalSeconds,
            Failure = failure,
        };
        return failure is not null ? evaluation : evaluation with
        {
            Forward = own[0] is { } forward ? Judge(forward) : null,
            HoldOut = Judge(own[HoldOutView]!),
            CrossValidation = own.Length > FirstFold && own[FirstFold] is not null ? Pooled(own.AsSpan(FirstFold)) : null,
        };
    }

    /// <summary>Judges one job's answers.</summary>
    public ModelJudgement Judge(FitJob job) => Judge(job.Predicted, job.Probabilities, job.Test, job.Train.Count, null);

    private ModelJudgement Judge(double[] predicted, Matrix? probabilities, TaskRows test, int trainedOn, FoldSummary? folds) => _task.Question.Kind switch
    {
        QuestionKind.Binary => BinaryJudge.Judge(predicted, test.Labels(), trainedOn, _options.Threshold, _resamples, folds),
        QuestionKind.Multiclass => MulticlassJudge.Judge(probabilities!, test.Classes(), trainedOn, _resamples, folds),
        _ => RegressionJudge.Judge(predicted, test.Targets, trainedOn, _resamples, folds),
    };

    /// <summary>Every customer as foretold by the fold that did not learn from them, and the headline of each fold.</summary>
    private ModelJudgement Pooled(ReadOnlySpan<FitJob?> folds)
    {
        TaskRows all = _task.Data!.Current;
        int classes = _task.Question.Classes.Count;
        bool several = _task.Question.Kind == QuestionKind.Multiclass;
        var predicted = new double[several ? 0 : all.Count];
        Matrix? probabilities = several ? new Matrix(all.Count, classes) : null;
        var headlines = new double[folds.Length];
        int trained = 0;
        for (int fold = 0; fold < folds.Length; fold++)
        {
            FitJob job = folds[fold]!;
            int[] rows = _task.Data.Folds[fold].Test;
            for (int i = 0; i < rows.Length; i++)
            {
                if (probabilities is null)
                {
                    predicted[rows[i]] = job.Predicted[i];
                }
                else
                {
                    job.Probabilities!.Row(i).CopyTo(probabilities.Row(rows[i]));
                }
            }

            headlines[fold] = Headline(job);
            trained += job.Train.Count / folds.Length;
        }

        return Judge(predicted, probabilities, all, trained, FoldSummary.Of(headlines));
    }

    private double Headline(FitJob job)
    {
        switch (_task.Question.Kind)
        {
            case QuestionKind.Binary:
                bool[] labels = job.Test.Labels();
                return labels.AsSpan().Contains(true) && labels.AsSpan().Contains(false)
                    ? ClassificationMetrics.RocAuc(job.Predicted, labels)
                    : double.NaN;
            case QuestionKind.Multiclass:
                return ConfusionTable.Of(job.Probabilities!, job.Test.Classes()).Accuracy;
            default:
                return RegressionMetrics.MeanAbsoluteError(job.Predicted, job.Test.Targets);
        }
    }

    private (TaskRows Train, TaskRows Test) View(TrainTestSplit split) =>
        (_task.Data!.Current.Select(split.Train), _task.Data.Current.Select(split.Test));
}
