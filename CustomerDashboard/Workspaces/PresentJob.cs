using CustomerDashboard.Jobs;

namespace CustomerDashboard.Workspaces;

/// <summary>The job a workspace has at work, or the last one it had. A new one takes the place of the one before and ends it.</summary>
/// <param name="gate">The workspace's lock, which is held while a job is put in place.</param>
internal sealed class PresentJob(Lock gate)
{
    private Job? _job;

    /// <summary>How it stands; null when there was none since the program started.</summary>
    public JobSnapshot? Snapshot
    {
        get
        {
            lock (gate)
            {
                return _job?.Snapshot;
            }
        }
    }

    /// <summary>False for one that was superseded, whose news concern nobody any more. The lock must be held.</summary>
    public bool Is(Job job) => ReferenceEquals(job, _job);

    /// <summary>Ends it, if it is at work.</summary>
    public void Cancel()
    {
        Job? job;
        lock (gate)
        {
            job = _job;
        }

        job?.Cancel();
    }

    /// <summary>Completes when none is queued or running.</summary>
    public async Task WhenIdleAsync()
    {
        while (true)
        {
            Job? job;
            lock (gate)
            {
                job = _job;
            }

            if (job is null || !job.Snapshot.IsActive)
            {
                return;
            }

            await job.Completion;
        }
    }

    /// <summary>
    /// Puts a job in the place of the present one. The lock must be held. The job is queued before the change that asks for it is
    /// written down, so that a full queue or a full disk leaves everything as it was.
    /// </summary>
    /// <param name="enqueue">Queues the new job; null when nothing is to be run.</param>
    /// <param name="writeDown">Writes the change down; null when there is none.</param>
    public void Supersede(Func<Job>? enqueue, Action? writeDown)
    {
        Job? superseded = _job;
        Job? next = enqueue?.Invoke();
        _job = next ?? superseded;
        try
        {
            writeDown?.Invoke();
        }
        catch
        {
            _job = superseded;
            next?.Cancel();
            throw;
        }

        if (next is not null)
        {
            // Cancelling a job that waits tells its owner at once, on this thread: it must no longer be the present one then.
            superseded?.Cancel();
        }
    }
}
