using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>
/// The leading model and the best baseline learned and tested at several cut-offs, each one outcome window after the last: whether the
/// figures hold over time. The newest cut-off is the forward test, which is not run again.
/// </summary>
internal sealed class RollingOrigin
{
    private readonly PreparedTask _task;
    private readonly TaskTrial _trial;
    private readonly List<(ModelEvaluation Model, DateTime Cutoff, TaskRows Rows, FitJob? Job)> _steps = [];

    public RollingOrigin(PreparedTask task, TaskResult result, PredictionOptions options, TaskTrial trial)
    {
        _task = task;
        _trial = trial;
        if (task.Origins.Count < 2 || result.Leading is not { Forward: not null } leading)
        {
            return;
        }

        TaskModels models = new(task.Data!, task.Features, options, [.. task.Models.Where(VotingMembers.Votes)], threads: 1);
        ModelEvaluation[] shown = result.BestBaseline is { Forward: not null } baseline && baseline.Model != leading.Model ? [leading, baseline] : [leading];
        foreach (ModelEvaluation model in shown)
        {
            for (int i = 1; i < task.Origins.Count; i++)
            {
                (DateTime cutoff, TaskRows rows, double season) = task.Origins[i];
                bool newest = i == task.Origins.Count - 1;
                _steps.Add((model, cutoff, rows, newest ? null : new FitJob(task.Question, models, model.Model, task.Origins[i - 1].Rows, rows, season)));
            }
        }
    }

    /// <summary>The fits to run.</summary>
    public IEnumerable<FitJob> Jobs => _steps.Select(step => step.Job).OfType<FitJob>();

    /// <summary>The figures once the fits are done, oldest first for each model; a cut-off that could not be learned is left out.</summary>
    public IReadOnlyList<RollingPoint> Points() =>
    [
        .. _steps.Where(step => step.Job?.Failure is null).Select(step => new RollingPoint(
            step.Model.Model,
            step.Cutoff,
            step.Rows.Count,
            step.Rows.Targets.Average(),
            (step.Job is null ? step.Model.Forward! : _trial.Judge(step.Job)).Headline)),
    ];
}
