using System.Globalization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Prediction.Saving;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Jobs;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// What the pages of one browser tab work with: the workspace that is open there, its settings, result and job. The
/// work itself belongs to the workspace and goes on when the tab is closed.
/// </summary>
public sealed class WorkspaceSession(WorkspaceRegistry registry, TabMemory? memory = null) : IDisposable
{
    /// <summary>
    /// Raised on any thread when another workspace was opened or when anything of the present one changed, progress
    /// included (at most about ten times a second). Pages answer with <c>InvokeAsync(StateHasChanged)</c>.
    /// </summary>
    public event Action? Changed;

    /// <summary>The open workspace, or null.</summary>
    public Workspace? Current { get; private set; }

    /// <summary>The workspace that was open in this tab before, to go back to; null when there was none or it is gone.</summary>
    public string? PreviousId { get; private set; }

    /// <summary>Counts what was added, renamed or deleted from here, for those who keep a copy of the list.</summary>
    public int ListVersion { get; private set; }

    /// <summary>The recipe of the open workspace, else the standard one.</summary>
    public AnalysisOptions Options => Current?.Options ?? AnalysisOptions.Default;

    /// <summary>The last good result; it stays while a job runs and when one fails. Null also while it is loaded again: see <see cref="Job"/>.</summary>
    public AnalysisResult? Result => Look(workspace => workspace.Result);

    /// <summary>
    /// The newest result in which a stage is there, of the run at work or else the last good one: what a page shows as soon as its
    /// stage is ready. Stages after the asked one may be missing from it; null when there is none.
    /// </summary>
    public AnalysisResult? ResultFor(AnalysisStage stage) => Look(workspace => workspace.ResultFor(stage));

    /// <summary>True when <see cref="Result"/> was computed with other settings than <see cref="Options"/>.</summary>
    public bool IsStale => Current?.IsStale ?? false;

    /// <summary>The job at work, or the last one, or null.</summary>
    public JobSnapshot? Job => Current?.Job;

    /// <summary>Why the last run failed, in words; null when it did not.</summary>
    public string? Problem => Current?.Problem;

    /// <summary>True when a file is there whose reading has not been confirmed: the Data page shows preview and mapping.</summary>
    public bool AwaitsConfirmation => Current is { Record.Confirmed: false };

    public bool CanUndo => Current?.CanUndo ?? false;

    /// <summary>All workspaces, the last changed first. Reads the disk.</summary>
    public IReadOnlyList<WorkspaceInfo> List() => registry.Store.List();

    /// <summary>Opens the workspace this tab worked with, else the one anybody worked with last, when none is open yet.</summary>
    public async Task EnsureOpenAsync()
    {
        if (Current is not null)
        {
            return;
        }

        string? remembered = memory is null ? null : await memory.ReadAsync();
        if (!await TryOpenAsync(remembered))
        {
            await TryOpenAsync(registry.Store.LastOpened);
        }
    }

    /// <summary>Opens a workspace and, when it was analysed before, loads its result.</summary>
    /// <exception cref="WorkspaceException">It is not there or cannot be read back.</exception>
    public async Task OpenAsync(string id)
    {
        await Task.Run(() =>
        {
            if (Current?.Id != id)
            {
                Workspace opened = registry.Open(id);
                PreviousId = Current?.Id;
                Attach(opened);
                registry.Store.RememberOpened(id);
                ListVersion++;
            }

            Current?.EnsureLoaded();
            Changed?.Invoke();
        });
        if (memory is not null)
        {
            await memory.WriteAsync(id);
        }
    }

    /// <summary>Makes a workspace of a synthetic retailer, opens it and runs the standard analysis.</summary>
    public async Task CreateSampleAsync(int customers = 3000, int seed = 42, CancellationToken cancellationToken = default)
    {
        var options = new SampleOptions { Customers = customers, Seed = seed };
        options.Validate();
        string name = string.Create(CultureInfo.InvariantCulture, $"Sample retailer, {customers} customers");
        WorkspaceRecord record = await SampleFile.CreateAsync(registry.Store, options, name, cancellationToken);
        await OpenAsync(record.Id);
        await RunAsync();
    }

    public Task RenameAsync(string id, string name) => ThenTell(() => registry.Rename(id, name));

    /// <summary>Makes an independent copy and returns its id; the present workspace stays open.</summary>
    public async Task<string> DuplicateAsync(string id)
    {
        WorkspaceRecord copy = await Task.Run(() => registry.Store.Duplicate(id));
        ListVersion++;
        Changed?.Invoke();
        return copy.Id;
    }

    public async Task DeleteAsync(string id)
    {
        if (Current?.Id == id)
        {
            Attach(null);
        }

        await registry.DeleteAsync(id);
        if (PreviousId == id)
        {
            PreviousId = null;
        }

        ListVersion++;
        Changed?.Invoke();
    }

    /// <summary>Closes the open workspace in this tab; it and its job live on.</summary>
    public void Close()
    {
        Attach(null);
        Changed?.Invoke();
    }

    /// <summary>Looks at the open workspace's file; null when none is open.</summary>
    /// <param name="options">What the person has settled so far; null takes what the recipe says.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file is no readable table.</exception>
    public Task<FileProfile?> ProfileAsync(ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Current is not { } workspace)
        {
            return Task.FromResult<FileProfile?>(null);
        }

        WorkspaceRecord record = workspace.Record;
        ImportOptions settled = (options ?? record.Options.Import) with { Limits = registry.Limits };
        return Task.Run<FileProfile?>(
            () => FileProfiler.Profile(registry.Store.SourcePath(record.Id), record.SourceFile, settled, cancellationToken),
            cancellationToken);
    }

    /// <summary>Notes that the open workspace's file is no table that can be read, or with null that it is one.</summary>
    public Task NoteFileProblemAsync(string? problem) => Current is { } workspace && workspace.Record.FileProblem != problem
        ? Task.Run(() => workspace.NoteFileProblem(problem))
        : Task.CompletedTask;

    /// <summary>Changes the recipe, saves it and starts a run that supersedes the present one (once the import is confirmed).</summary>
    /// <exception cref="ArgumentException">The new settings cannot be used; the message says why, and nothing was changed.</exception>
    public Task UpdateAsync(Func<AnalysisOptions, AnalysisOptions> change) => OnCurrent(workspace => workspace.Update(change));

    /// <summary>Confirms how the file is read and runs the analysis; also tries again after a failure.</summary>
    public Task RunAsync() => OnCurrent(workspace => workspace.Run());

    /// <summary>Adds the attributes of a file with one row per customer to the open workspace and analyses it again.</summary>
    /// <exception cref="UploadTooLargeException">The file is larger than allowed; nothing was changed.</exception>
    public async Task AddAttributesAsync(Stream content, string fileName, long maximumBytes, CancellationToken cancellationToken = default)
    {
        Workspace workspace = Current ?? throw new InvalidOperationException("No workspace is open.");
        WorkspaceRecord record = await AttributesFile.ReceiveAsync(registry.Store, workspace.Id, content, fileName, maximumBytes, cancellationToken);
        await Task.Run(() => workspace.AttributesChanged(record), cancellationToken);
    }

    /// <summary>Takes the added attributes away and analyses the workspace again.</summary>
    public Task RemoveAttributesAsync() => OnCurrent(workspace => workspace.AttributesChanged(AttributesFile.Remove(registry.Store, workspace.Id)));

    /// <summary>Scores another file with a saved model; nothing of the file is kept.</summary>
    /// <exception cref="UploadTooLargeException">The file is larger than allowed.</exception>
    /// <exception cref="ImportException">The file is no table that can be read.</exception>
    /// <exception cref="ModelDoesNotFitException">The file lacks what the model reads.</exception>
    public static Task<ScoredFile> ScoreAsync(SavedModel model, Stream content, string fileName, long maximumBytes, CancellationToken cancellationToken = default) =>
        ScoreUpload.RunAsync(content, fileName, model, maximumBytes, cancellationToken);

    /// <summary>Ends the job at work; the last good result stays.</summary>
    public void CancelJob() => Current?.CancelJob();

    /// <summary>Takes the last change of the recipe back.</summary>
    public Task UndoAsync() => OnCurrent(workspace => workspace.Undo());

    /// <summary>Puts a saved recipe in the place of the present one.</summary>
    /// <exception cref="RecipeException">It cannot be used; the message names the member.</exception>
    public Task ApplyRecipeAsync(string json)
    {
        AnalysisOptions recipe = Recipe.Parse(json);
        return UpdateAsync(_ => recipe);
    }

    public void Dispose() => Attach(null);

    private AnalysisResult? Look(Func<Workspace, AnalysisResult?> at)
    {
        if (Current is not { } workspace)
        {
            return null;
        }

        AnalysisResult? seen = at(workspace);
        if (workspace.Result is not null)
        {
            registry.Touch(workspace);
        }
        else
        {
            workspace.EnsureLoaded();
        }

        return seen;
    }

    private Task OnCurrent(Action<Workspace> act) => Current is { } workspace
        ? Task.Run(() => act(workspace))
        : throw new InvalidOperationException("No workspace is open.");

    private async Task<bool> TryOpenAsync(string? id)
    {
        // A second page of the same tab may have opened it while the browser was being asked.
        if (id is null || Current is not null)
        {
            return Current is not null;
        }

        try
        {
            await OpenAsync(id);
            return true;
        }
        catch (WorkspaceException)
        {
            // Deleted, or listed as broken on the Data page; a page that only wanted something to show has nothing.
            return false;
        }
    }

    private async Task ThenTell(Action act)
    {
        await Task.Run(act);
        ListVersion++;
        Changed?.Invoke();
    }

    private void Attach(Workspace? workspace)
    {
        if (Current is { } before)
        {
            before.Changed -= OnWorkspaceChanged;
        }

        Current = workspace;
        if (workspace is not null)
        {
            workspace.Changed += OnWorkspaceChanged;
        }
    }

    private void OnWorkspaceChanged(Workspace workspace)
    {
        if (workspace.IsClosed && ReferenceEquals(Current, workspace))
        {
            // Deleted in another tab.
            Attach(null);
        }

        Changed?.Invoke();
    }
}
