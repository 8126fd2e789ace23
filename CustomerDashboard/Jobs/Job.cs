using System.Diagnostics;
using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Jobs;

/// <summary>A piece of work in the background. It belongs to a workspace, not to a page, and so survives a closed tab.</summary>
#pragma warning disable CA1001 // The token source has no timer and is used by no wait handle: there is nothing to dispose of.
public sealed class Job : IProgress<AnalysisProgress>
#pragma warning restore CA1001
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource<JobSnapshot> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IProgress<AnalysisProgress>, CancellationToken> _work;
    private JobSnapshot _snapshot;
    private long _started;
    private long _announced;

    internal Job(string owner, Action<IProgress<AnalysisProgress>, CancellationToken> work)
    {
        _work = work;
        _snapshot = new JobSnapshot { Id = Guid.NewGuid().ToString("N"), Owner = owner, State = JobState.Queued, Activity = "Waiting" };
    }

    /// <summary>
    /// Raised on the thread that does the work when the state or stage changes and, for progress, at most ten times a second.
    /// A page must move to its own thread (<c>InvokeAsync</c>).
    /// </summary>
    public event Action<Job>? Changed;

    public JobSnapshot Snapshot
    {
        get
        {
            lock (_gate)
            {
                return _snapshot;
            }
        }
    }

    /// <summary>Completes with the last snapshot when the job is done, failed or cancelled; never faults.</summary>
    public Task<JobSnapshot> Completion => _completion.Task;

    /// <summary>Ends the job at once when it waits, or at its next opportunity when it runs. Harmless when it is over.</summary>
    public void Cancel()
    {
        bool waiting;
        lock (_gate)
        {
            waiting = _snapshot.State == JobState.Queued;
        }

        _cancellation.Cancel();
        if (waiting)
        {
            Finish(JobState.Queued, JobState.Cancelled, null);
        }
    }

    /// <inheritdoc/>
    public void Report(AnalysisProgress value)
    {
        long now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            if (_snapshot.State != JobState.Running)
            {
                return;
            }

            bool sameStage = _snapshot.Stage == value.Stage && _announced != 0;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_started, now);
            // Inner loops report from several threads: a late report must not move the bar back.
            double fraction = Math.Clamp(Math.Max(_snapshot.Fraction, value.Fraction), 0, 1);
            _snapshot = _snapshot with
            {
                Stage = value.Stage,
                Activity = value.Work.Activity,
                Done = value.Work.Done,
                Unit = value.Work.Unit,
                Fraction = fraction,
                Elapsed = elapsed,
                Remaining = fraction > .03 && elapsed.TotalSeconds > .5 ? elapsed * ((1 - fraction) / fraction) : null,
            };
            if (sameStage && Stopwatch.GetElapsedTime(_announced, now) < Quiet)
            {
                return;
            }

            _announced = now;
        }

        Changed?.Invoke(this);
    }

    internal void Run(CancellationToken shutdown)
    {
        lock (_gate)
        {
            if (_snapshot.State != JobState.Queued)
            {
                return;
            }

            _started = Stopwatch.GetTimestamp();
            _snapshot = _snapshot with { State = JobState.Running, Activity = "Starting" };
        }

        Changed?.Invoke(this);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_cancellation.Token, shutdown);
        try
        {
            both.Token.ThrowIfCancellationRequested();
            _work(this, both.Token);
            Finish(JobState.Running, JobState.Done, null);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            Finish(JobState.Running, JobState.Cancelled, null);
        }
#pragma warning disable CA1031 // Whatever goes wrong in one job is told to its owner and must not end the queue.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Finish(JobState.Running, JobState.Failed, JobFailure.Describe(failure));
        }
    }

    private void Finish(JobState from, JobState to, string? message)
    {
        JobSnapshot last;
        lock (_gate)
        {
            if (_snapshot.State != from)
            {
                return;
            }

            last = _snapshot = _snapshot with
            {
                State = to,
                Message = message,
                Fraction = to == JobState.Done ? 1 : _snapshot.Fraction,
                Elapsed = _started == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_started),
                Remaining = null,
            };
        }

        try
        {
            Changed?.Invoke(this);
        }
        finally
        {
            _completion.TrySetResult(last);
        }
    }
}
