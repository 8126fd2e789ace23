using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Jobs;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// One open workspace, shared by every page that shows it: its record, its last good result and the job at work on it. A
/// new change supersedes the run before it; a run that fails or is cancelled leaves the last good result standing.
/// Safe to use from any thread.
/// </summary>
public sealed class Workspace
{
    private readonly Lock _gate = new();
    private readonly WorkspaceStore _store;
    private readonly JobRunner _jobs;
    private readonly Func<string, AnalysisPipeline> _pipelines;
    private readonly RecordKeeper _kept;
    private readonly WorkspaceResults _results;
    private readonly PresentJob _job;
    private bool _deleted;

    internal Workspace(WorkspaceRecord record, WorkspaceStore store, JobRunner jobs, Func<string, AnalysisPipeline> pipelines)
    {
        Id = record.Id;
        _store = store;
        _jobs = jobs;
        _pipelines = pipelines;
        _kept = new RecordKeeper(record, store);
        _results = new WorkspaceResults(store.Colours(record.Id));
        _job = new PresentJob(_gate);
    }

    /// <summary>Raised on any thread when the record, the options, the result or the job changed.</summary>
    public event Action<Workspace>? Changed;

    /// <summary>Raised when a new result was put in place.</summary>
    internal event Action<Workspace>? Loaded;

    public string Id { get; }

    public WorkspaceRecord Record => Locked(() => _kept.Record);

    public AnalysisOptions Options => Record.Options;

    /// <summary>The last good result with all its stages; null before the first one and while it is loaded again.</summary>
    public AnalysisResult? Result => Locked(() => _results.Whole);

    /// <summary>True when <see cref="Result"/> was computed with other options than <see cref="Options"/>.</summary>
    public bool IsStale => Locked(() => _results.Whole is { } result && !Recipe.AreEqual(result.Options, _kept.Record.Options));

    /// <summary>The job at work or the last one; null when there was none since the program started.</summary>
    public JobSnapshot? Job => _job.Snapshot;

    /// <summary>Why the last run failed, or a part of it; null when it did not.</summary>
    public string? Problem => Record.Problem;

    public bool CanUndo => Locked(() => _kept.Newest is not null);

    /// <summary>True when it was deleted: those who show it let go of it.</summary>
    internal bool IsClosed => Locked(() => _deleted);

    /// <summary>
    /// The newest result in which a stage has ended: of the run at work as soon as it has come so far, else the last good one. It is
    /// consistent in itself; stages after the asked one may be missing from it.
    /// </summary>
    public AnalysisResult? ResultFor(AnalysisStage stage) => Locked(() => _results.For(stage));

    /// <summary>Changes the recipe, saves it and, once the import is confirmed, starts a run that supersedes the present one.</summary>
    /// <returns>False when the change changes nothing.</returns>
    /// <exception cref="ArgumentException">The new options cannot be used; nothing was changed.</exception>
    /// <exception cref="JobQueueFullException">Too many jobs wait; nothing was changed.</exception>
    /// <exception cref="WorkspaceException">The workspace is gone or cannot be read back; nothing was changed.</exception>
    public bool Update(Func<AnalysisOptions, AnalysisOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            AnalysisOptions before = _kept.Record.Options;
            AnalysisOptions after = change(before);
            after.Validate();
            if (Recipe.AreEqual(before, after))
            {
                return false;
            }

            Supersede(after, () => _kept.Change(after));
            _kept.Remember(before);
        }

        Changed?.Invoke(this);
        return true;
    }

    /// <summary>Takes the last change of the recipe back.</summary>
    public void Undo()
    {
        lock (_gate)
        {
            if (_kept.Newest is not { } before)
            {
                return;
            }

            Supersede(before, () => _kept.Change(before));
            _kept.Forget();
        }

        Changed?.Invoke(this);
    }

    /// <summary>Confirms how the file is read and runs the analysis.</summary>
    public void Run()
    {
        lock (_gate)
        {
            _kept.Confirm();
        }

        Restart();
    }

    /// <summary>Notes why the file, whose reading has not been confirmed, cannot be read; null when it can.</summary>
    public void NoteFileProblem(string? problem)
    {
        lock (_gate)
        {
            if (_deleted || !_kept.NoteFileProblem(problem))
            {
                return;
            }
        }

        Changed?.Invoke(this);
    }

    /// <summary>Loads the result again after a restart, or after it had to make room; harmless when it is there or on its way.</summary>
    public void EnsureLoaded()
    {
        lock (_gate)
        {
            // A run that failed or was cancelled waits for a person; anything else would repeat it at every look.
            if (_results.Whole is not null || !_kept.Record.Confirmed || _deleted || _job.Snapshot is { State: not JobState.Done })
            {
                return;
            }
        }

        try
        {
            Restart();
        }
        catch (JobQueueFullException)
        {
            // Nobody asked for this run in so many words; the next look tries again.
        }
    }

    /// <summary>Ends the job at work, if any; the last good result stays.</summary>
    public void CancelJob() => _job.Cancel();

    /// <summary>Completes when no job is queued or running.</summary>
    public Task WhenIdleAsync() => _job.WhenIdleAsync();

    /// <summary>Runs the analysis again with the attributes the record now names.</summary>
    internal void AttributesChanged(WorkspaceRecord record)
    {
        lock (_gate)
        {
            _kept.Replace(record);
        }

        Restart();
    }

    internal void Renamed(WorkspaceRecord record)
    {
        lock (_gate)
        {
            _kept.Replace(record);
        }

        Changed?.Invoke(this);
    }

    /// <summary>Makes room, unless the result is one that the present settings would not bring back.</summary>
    internal void Unload()
    {
        lock (_gate)
        {
            if (_job.Snapshot is null or { State: JobState.Done } && !IsStale)
            {
                _results.Clear();
            }
        }
    }

    internal void Close()
    {
        lock (_gate)
        {
            _deleted = true;
            _results.Clear();
        }

        CancelJob();
        Changed?.Invoke(this);
    }

    private void Restart()
    {
        lock (_gate)
        {
            Supersede(_kept.Record.Options, null);
        }

        Changed?.Invoke(this);
    }

    /// <summary>Puts a run with these options in the place of the present one. The lock must be held.</summary>
    private void Supersede(AnalysisOptions options, Action? writeDown)
    {
        WorkspaceRecord record = _kept.Record;
        Func<Job>? enqueue = null;
        if (record.Confirmed && !_deleted)
        {
            var run = new WorkspaceRun(record, options, _store, _pipelines(Id));
            enqueue = () => _jobs.Enqueue(Id, (progress, cancellation) => Analyse(run, progress, cancellation), OnJobChanged);
        }

        _job.Supersede(enqueue, writeDown);
    }

    private void Analyse(WorkspaceRun run, IProgress<AnalysisProgress> progress, CancellationToken cancellationToken)
    {
        SegmentAnchor? colours = Locked(() => _results.Colours);
        AnalysisResult result = run.Execute(colours, progress, soFar => Emerge(soFar, cancellationToken), cancellationToken);
        lock (_gate)
        {
            // A superseded run that came through all the same must not overwrite what superseded it.
            cancellationToken.ThrowIfCancellationRequested();
            if (_deleted)
            {
                return;
            }

            bool shown = _results.Complete(result);
            _kept.NoteOutcome(FailedStages.Describe(result), shown ? result : null);
        }

        Loaded?.Invoke(this);
    }

    private void Emerge(AnalysisResult soFar, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (cancellationToken.IsCancellationRequested || _deleted || !_results.Emerge(soFar))
            {
                return;
            }
        }

        Changed?.Invoke(this);
    }

    private void OnJobChanged(Job job)
    {
        lock (_gate)
        {
            // The lock is held while a job is put in place, so even its first report finds it here.
            if (!_job.Is(job))
            {
                return;
            }

            JobSnapshot now = job.Snapshot;
            if (now.State is JobState.Failed or JobState.Cancelled)
            {
                _results.Discard();
            }

            if (now.State == JobState.Failed && !_deleted)
            {
                _kept.NoteFailure(now.Message);
            }
        }

        Changed?.Invoke(this);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
