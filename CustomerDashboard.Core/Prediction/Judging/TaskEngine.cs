using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>
/// Learns and judges several tasks at once. Every fit is a piece of work for one thread, the dearest first, whichever task it belongs
/// to; so both cores are busy to the end, and no result depends on the order in which they finish.
/// </summary>
internal sealed class TaskEngine(PredictionOptions options, int? threads = null)
{
    private readonly Resamples _resamples = new(options.Seed);

    public IReadOnlyList<TaskResult> Run(
        IReadOnlyList<PreparedTask> tasks, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var trials = new TaskTrial?[tasks.Count];
        ParallelWork.Run(
            tasks.Count,
            threads,
            i => trials[i] = tasks[i].Unavailable is null && Source(tasks, i) == i ? new TaskTrial(tasks[i], options, _resamples) : null,
            cancellationToken);
        FitJob[] jobs = [.. trials.OfType<TaskTrial>().SelectMany(trial => trial.Jobs).OrderByDescending(job => job.Price)];
        Each(jobs, job => job.Run(cancellationToken), new PartialProgress(progress ?? new NoProgress(), 0, 0.85), "Testing models", "fits", cancellationToken);

        var evaluations = new ModelEvaluation[tasks.Count][];
        var places = new List<(int Task, int Model)>();
        for (int task = 0; task < tasks.Count; task++)
        {
            trials[task]?.Vote();
            evaluations[task] = new ModelEvaluation[trials[task] is null ? 0 : tasks[task].Models.Count];
            places.AddRange(Enumerable.Range(0, evaluations[task].Length).Select(model => (task, model)));
        }

        ParallelWork.Run(
            places.Count,
            threads,
            i => evaluations[places[i].Task][places[i].Model] = trials[places[i].Task]!.Judge(places[i].Model),
            cancellationToken);

        var results = new TaskResult[tasks.Count];
        var rolling = new RollingOrigin?[tasks.Count];
        for (int i = 0; i < results.Length; i++)
        {
            int source = Source(tasks, i);
            results[i] = TaskReport.Write(tasks[i], source == i ? evaluations[i] : Opposite(evaluations[source]));
            rolling[i] = source == i && results[i].Unavailable is null ? new RollingOrigin(tasks[i], results[i], options, trials[i]!) : null;
        }

        Finish(tasks, results, rolling, new PartialProgress(progress ?? new NoProgress(), 0.85, 1), cancellationToken);
        for (int i = 0; i < results.Length; i++)
        {
            int source = Source(tasks, i);
            results[i] = results[i] with { Rolling = source == i ? rolling[i]?.Points() ?? [] : Opposite(results[source].Rolling) };
        }

        return results;
    }

    /// <summary>Learns the leading models from everyone, scores who is asked about, and rolls the origin.</summary>
    private void Finish(
        IReadOnlyList<PreparedTask> tasks, TaskResult[] results, RollingOrigin?[] rolling, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var work = new List<Action>();
        for (int i = 0; i < results.Length; i++)
        {
            int task = i;
            if (results[i].LeadingModel is not null)
            {
                work.Add(() => results[task] = TaskReport.Score(tasks[task], results[task], options, cancellationToken));
            }

            work.AddRange((rolling[i]?.Jobs ?? []).Select(job => (Action)(() => job.Run(cancellationToken))));
        }

        Each([.. work], step => step(), progress, "Learning from everyone", "fits", cancellationToken);
    }

    private void Each<T>(
        T[] pieces, Action<T> body, IProgress<WorkProgress> progress, string activity, string unit, CancellationToken cancellationToken)
    {
        int done = 0;
        ParallelWork.Run(
            pieces.Length,
            threads,
            i =>
            {
                body(pieces[i]);
                int finished = Interlocked.Increment(ref done);
                progress.Report(new WorkProgress(activity, (double)finished / pieces.Length, finished, unit));
            },
            cancellationToken);
    }

    /// <summary>The task whose tests hold for a task: itself, or the one it is the opposite of.</summary>
    private static int Source(IReadOnlyList<PreparedTask> tasks, int task)
    {
        for (int i = 0; i < tasks.Count; i++)
        {
            if (tasks[i].Question.Id == tasks[task].OppositeOf && tasks[i].Unavailable is null)
            {
                return i;
            }
        }

        return task;
    }

    private ModelEvaluation[] Opposite(ModelEvaluation[] evaluations)
    {
        var result = new ModelEvaluation[evaluations.Length];
        ParallelWork.Run(
            result.Length,
            threads,
            i => result[i] = evaluations[i] with
            {
                Forward = Opposite(evaluations[i].Forward),
                HoldOut = Opposite(evaluations[i].HoldOut),
                CrossValidation = Opposite(evaluations[i].CrossValidation),
            },
            CancellationToken.None);
        return result;
    }

    private BinaryJudgement? Opposite(ModelJudgement? judgement) =>
        judgement is BinaryJudgement binary ? BinaryJudge.Complement(binary, options.Threshold, _resamples) : null;

    private static IReadOnlyList<RollingPoint> Opposite(IReadOnlyList<RollingPoint> points) =>
        [.. points.Select(point => point with { Rate = 1 - point.Rate })];

    private sealed class NoProgress : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
        }
    }
}
