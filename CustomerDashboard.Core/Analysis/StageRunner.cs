using System.Diagnostics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Runs the stages of one analysis: looks each up, computes what is not kept, notes what became of it and adds it to the result.
/// Stages that do not need each other run at the same time.
/// </summary>
internal sealed class StageRunner(
    StageCache? cache, IProgress<AnalysisProgress>? progress, IProgress<AnalysisResult>? results, CancellationToken cancellationToken)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AnalysisStage, StageOutcome> _outcomes = [];
    private readonly double[] _done = new double[StageDescription.All.Count];
    private readonly StageSchedule _schedule = new(Environment.ProcessorCount);
    private readonly EmergingResult _result = new(results);

    /// <summary>The result so far.</summary>
    public AnalysisResult Result => _result.Current;

    /// <summary>Ends the run; stages hand it to what they compute with.</summary>
    public CancellationToken Cancellation => cancellationToken;

    /// <summary>Runs a stage beside the others, once what it needs is there.</summary>
    public Task<TOut> After<TIn, TOut>(AnalysisStage stage, Task<TIn> input, Func<TIn, TOut> work) => _schedule.After(stage, input, work);

    /// <summary>Runs a stage beside the others, once both things it needs are there.</summary>
    public Task<TOut> After<TFirst, TSecond, TOut>(AnalysisStage stage, Task<TFirst> first, Task<TSecond> second, Func<TFirst, TSecond, TOut> work)
    {
        return _schedule.After(stage, BothAsync(), both => work(both.First, both.Second));

        async Task<(TFirst First, TSecond Second)> BothAsync() => (await first.ConfigureAwait(false), await second.ConfigureAwait(false));
    }

    /// <summary>Waits until no stage is at work any more, however they ended, and throws what ended the run.</summary>
    public void Finish() => _schedule.Finish();

    /// <summary>The result before its stages: the file that was read.</summary>
    public void Begin(AnalysisResult first)
    {
        _result.Begin(first);
        Put(AnalysisStage.Import, result => result);
    }

    /// <summary>Adds what a stage gave to the result, for those who read along; its outcome must have been noted.</summary>
    public void Put(AnalysisStage stage, Func<AnalysisResult, AnalysisResult> add)
    {
        StageOutcome outcome;
        lock (_gate)
        {
            outcome = _outcomes[stage];
        }

        // The others are about to stop: what the last one gave must not look like the begin of a run that goes on.
        cancellationToken.ThrowIfCancellationRequested();
        _result.Put(stage, outcome, add);
    }

    /// <summary>Runs a stage without which there is no result at all.</summary>
    public T Require<T>(AnalysisStage stage, string key, Func<IProgress<WorkProgress>, T> compute, Func<T, long> bytes)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        long started = Stopwatch.GetTimestamp();
        T? kept = cache?.Find<T>(key);
        var report = new StageProgress(stage, this);
        report.Report(new WorkProgress(Words(stage), 0));
        // Who is told of the stage may answer by cancelling, and a kept result asks no more.
        cancellationToken.ThrowIfCancellationRequested();
        if (kept is null)
        {
            _result.Tell();
        }

        T result = kept ?? compute(report);
        if (kept is null)
        {
            cache?.Keep(key, result, bytes(result));
        }

        Note(stage, new StageOutcome(StageState.Ready, Stopwatch.GetElapsedTime(started), null, kept is not null, key));
        report.Report(new WorkProgress(Words(stage), 1));
        return result;
    }

    /// <summary>Runs a stage whose failure leaves the others standing; null when it has no result.</summary>
    public T? Try<T>(AnalysisStage stage, string key, Func<IProgress<WorkProgress>, T> compute, Func<T, long> bytes)
        where T : class
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            return Require(stage, key, compute, bytes);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One failing stage must not lose the others, whatever it failed of.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            Note(stage, new StageOutcome(StageState.Failed, Stopwatch.GetElapsedTime(started), PlainMessage.Of(failure), false, key));
            new StageProgress(stage, this).Report(new WorkProgress(Words(stage), 1));
            return null;
        }
    }

    /// <summary>Runs a stage that needs another's result; without it the stage is unavailable.</summary>
    public TResult? Try<TInput, TResult>(
        AnalysisStage stage, string key, TInput? input, Func<TInput, IProgress<WorkProgress>, TResult> compute, Func<TResult, long> bytes)
        where TInput : class
        where TResult : class
    {
        if (input is not null)
        {
            return Try(stage, key, report => compute(input, report), bytes);
        }

        MarkUnavailable(stage, Cause(stage) ?? "A stage before it has no result.");
        return null;
    }

    /// <summary>Notes that the data do not allow a stage.</summary>
    public void MarkUnavailable(AnalysisStage stage, string message)
    {
        StageOutcome? known;
        lock (_gate)
        {
            _outcomes.TryGetValue(stage, out known);
        }

        Note(stage, known is not null
            ? known with { State = StageState.Unavailable, Message = message }
            : new StageOutcome(StageState.Unavailable, TimeSpan.Zero, message, false, string.Empty));
        new StageProgress(stage, this).Report(new WorkProgress(Words(stage), 1));
    }

    /// <summary>Of the stages it builds on, the first without a result says why those after it have none.</summary>
    private string? Cause(AnalysisStage stage)
    {
        string? cause = null;
        lock (_gate)
        {
            for (AnalysisStage? earlier = StageDescription.Of(stage).Needs; earlier is { } needed; earlier = StageDescription.Of(needed).Needs)
            {
                if (_outcomes.TryGetValue(needed, out StageOutcome? outcome) && outcome.State != StageState.Ready)
                {
                    cause = outcome.Message;
                }
            }
        }

        return cause;
    }

    private void Note(AnalysisStage stage, StageOutcome outcome)
    {
        lock (_gate)
        {
            _outcomes[stage] = outcome;
        }
    }

    private double Total(AnalysisStage stage, double share)
    {
        lock (_gate)
        {
            int place = StageDescription.Place(stage);
            _done[place] = Math.Max(_done[place], share);
            double total = 0;
            for (int i = 0; i < _done.Length; i++)
            {
                total += StageDescription.All[i].Share * _done[i];
            }

            return Math.Min(1, total);
        }
    }

    private static string Words(AnalysisStage stage) => StageDescription.Of(stage).Words;

    private sealed class StageProgress(AnalysisStage stage, StageRunner run) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            double share = double.IsFinite(value.Fraction) ? Math.Clamp(value.Fraction, 0, 1) : 0;
            double total = run.Total(stage, share);
            run.Tell(new AnalysisProgress(stage, value, total));
        }
    }

    private void Tell(AnalysisProgress report) => progress?.Report(report);
}
