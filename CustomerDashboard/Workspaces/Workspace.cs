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
    private readonly UndoHistory _undo;
    private readonly SegmentAnchorFile _colours;
    private WorkspaceRecord _record;
    private AnalysisResult? _result;
    private Job? _job;
    private bool _deleted;

    internal Workspace(WorkspaceRecord record, WorkspaceStore store, JobRunner jobs, Func<string, AnalysisPipeline> pipelines)
    {
        _record = record;
        _store = store;
        _jobs = jobs;
        _pipelines = pipelines;
        _undo = store.Undo(record.Id);
        _colours = store.Colours(record.Id);
    }

    /// <summary>Raised on any thread when the record, the options, the result or the job changed.</summary>
    public event Action<Workspace>? Changed;

    /// <summary>Raised when a new result was put in place.</summary>
    internal event Action<Workspace>? Loaded;

    public string Id => _record.Id;

    public WorkspaceRecord Record
    {
        get
        {
            lock (_gate)
            {
                return _record;
            }
        }
    }

    public AnalysisOptions Options => Record.Options;

    /// <summary>The last good result; null before the first one and while it is loaded again.</summary>
    public AnalysisResult? Result
    {
        get
        {
            lock (_gate)
            {
                return _result;
            }
        }
    }

    /// <summary>True when <see cref="Result"/> was computed with other options than <see cref="Options"/>.</summary>
    public bool IsStale
    {
        get
        {
            lock (_gate)
            {
                return _result is { } result && !Recipe.AreEqual(result.Options, _record.Options);
            }
        }
    }

    /// <summary>The job at work or the last one; null when there was none since the program started.</summary>
    public JobSnapshot? Job
    {
        get
        {
            lock (_gate)
            {
                return _job?.Snapshot;
            }
        }
    }

    /// <summary>Why the last run failed, or a part of it; null when it did not.</summary>
    public string? Problem => Record.Problem;

    /// <summary>True when it was deleted: those who show it let go of it.</summary>
    internal bool IsClosed
    {
        get
        {
            lock (_gate)
            {
                return _deleted;
            }
        }
    }

    public bool CanUndo
    {
        get
        {
            lock (_gate)
            {
                return _undo.Count > 0;
            }
        }
    }

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
            AnalysisOptions before = _record.Options;
            AnalysisOptions after = change(before);
            after.Validate();
            if (Recipe.AreEqual(before, after))
            {
                return false;
            }

            Supersede(after, () => _record = _store.Update(Id, record => record with { Options = after }));
            _undo.Push(before);
        }

        Changed?.Invoke(this);
        return true;
    }

    /// <summary>Takes the last change of the recipe back.</summary>
    public void Undo()
    {
        lock (_gate)
        {
            if (_undo.Newest is not { } before)
            {
                return;
            }

            Supersede(before, () => _record = _store.Update(Id, record => record with { Options = before }));
            _undo.Pop();
        }

        Changed?.Invoke(this);
    }

    /// <summary>Confirms how the file is read and runs the analysis.</summary>
    public void Run()
    {
        lock (_gate)
        {
            if (!_record.Confirmed)
            {
                _record = _store.Update(Id, record => record with { Confirmed = true });
            }
        }

        Restart();
    }

    /// <summary>Notes why the file, whose reading has not been confirmed, cannot be read; null when it can.</summary>
    public void NoteFileProblem(string? problem)
    {
        lock (_gate)
        {
            if (_record.Confirmed || _deleted || _record.FileProblem == problem)
            {
                return;
            }

            _record = _store.Update(Id, record => record with { FileProblem = problem });
        }

        Changed?.Invoke(this);
    }

    /// <summary>Loads the result again after a restart, or after it had to make room; harmless when it is there or on its way.</summary>
    public void EnsureLoaded()
    {
        lock (_gate)
        {
            // A run that failed or was cancelled waits for a person; anything else would repeat it at every look.
            if (_result is not null || !_record.Confirmed || _deleted || _job is { Snapshot.State: not JobState.Done })
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
    public void CancelJob()
    {
        Job? job;
        lock (_gate)
        {
            job = _job;
        }

        job?.Cancel();
    }

    /// <summary>Completes when no job is queued or running.</summary>
    public async Task WhenIdleAsync()
    {
        while (true)
        {
            Job? job;
            lock (_gate)
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

    /// <summary>Runs the analysis again with the attributes the record now names.</summary>
    internal void AttributesChanged(WorkspaceRecord record)
    {
        lock (_gate)
        {
            _record = record;
        }

        Restart();
    }

    internal void Renamed(WorkspaceRecord record)
    {
        lock (_gate)
        {
            _record = record;
        }

        Changed?.Invoke(this);
    }

    /// <summary>Makes room, unless the result is one that the present settings would not bring back.</summary>
    internal void Unload()
    {
        lock (_gate)
        {
            if (_job is null or { Snapshot.State: JobState.Done } && !IsStale)
            {
                _result = null;
            }
        }
    }

    internal void Close()
    {
        lock (_gate)
        {
            _deleted = true;
            _result = null;
        }

        CancelJob();
        Changed?.Invoke(this);
    }

    private void Restart()
    {
        lock (_gate)
        {
            Supersede(_record.Options, null);
        }

        Changed?.Invoke(this);
    }

    /// <summary>
    /// Puts a run with these options in the place of the present one. The lock must be held. The run is queued before the
    /// change is written down, so that a full queue or a full disk leaves everything as it was.
    /// </summary>
    private void Supersede(AnalysisOptions options, Action? writeDown)
    {
        Job? superseded = _job;
        Job? next = null;
        if (_record.Confirmed && !_deleted)
        {
            WorkspaceRecord record = _record;
            next = _jobs.Enqueue(Id, (progress, cancellation) => Analyse(record, options, progress, cancellation), OnJobChanged);
            _job = next;
        }

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

    private void Analyse(
        WorkspaceRecord record, AnalysisOptions options, IProgress<AnalysisProgress> progress, CancellationToken cancellationToken)
    {
        SegmentAnchor? anchor;
        lock (_gate)
        {
            anchor = _colours.Current;
        }

        var input = new AnalysisInput(_store.SourcePath(record.Id), record.SourceFile, record.SourceSha256)
        {
            Anchor = anchor,
            Attributes = AttributesFile.Of(_store, record),
        };
        AnalysisResult result = _pipelines(record.Id).Run(input, options, progress, cancellationToken);
        lock (_gate)
        {
            // A superseded run that came through all the same must not overwrite what superseded it.
            cancellationToken.ThrowIfCancellationRequested();
            if (_deleted)
            {
                return;
            }

            string? problem = FailedStages.Describe(result);
            int? rows = _record.Rows;
            int? customers = _record.Customers;
            if (problem is null || _result is null)
            {
                // The counts belong to the result that is shown.
                _result = result;
                KeepColours(result);
                rows = result.Report.RowsKept;
                customers = result.Features?.RowCount ?? customers;
            }

            if (_record.Problem != problem || _record.Rows != rows || _record.Customers != customers)
            {
                _record = _store.Update(Id, kept => kept with { Problem = problem, Rows = rows, Customers = customers });
            }
        }

        Loaded?.Invoke(this);
    }

    /// <summary>
    /// The first division sets the colours for good, as long as some of its customers are still there: were they taken from each result in
    /// turn, going from k = 4 to 7 and back would not restore them.
    /// </summary>
    private void KeepColours(AnalysisResult result)
    {
        if (result is { Segments: { } segments, Features: { } features } && !(_colours.Current?.SharesWith(features.CustomerIds) ?? false))
        {
            string?[] kinds = [.. segments.Segments.Select(segment => result.Personas?.Personas[segment.Id].Archetype)];
            _colours.Keep(SegmentAnchor.Of(features.CustomerIds, segments, kinds));
        }
    }

    private void OnJobChanged(Job job)
    {
        lock (_gate)
        {
            // The lock is held while a job is put in place, so even its first report finds it here.
            if (!ReferenceEquals(job, _job))
            {
                return;
            }

            if (job.Snapshot is { State: JobState.Failed } failed && !_deleted)
            {
                try
                {
                    _record = _store.Update(Id, kept => kept with { Problem = failed.Message });
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or WorkspaceException)
                {
                    _record = _record with { Problem = failed.Message };
                }
            }
        }

        Changed?.Invoke(this);
    }
}
