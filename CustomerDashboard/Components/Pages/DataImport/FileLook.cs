using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>What the open workspace's file is taken for, and the looks at it under other settings. A newer look takes the place of one still under way.</summary>
/// <param name="session">The open workspace.</param>
/// <param name="logger">Told of what should not have happened.</param>
/// <param name="changed">Called on the caller's own thread when there is something new to show.</param>
internal sealed partial class FileLook(WorkspaceSession session, ILogger logger, Action changed) : IDisposable
{
    // The workspace that was looked at.
    private string? _id;
    private CancellationTokenSource? _look;

    /// <summary>The settings of the last look.</summary>
    public ImportOptions Chosen { get; private set; } = new();

    /// <summary>What the person makes of the file so far; null while it is looked at and when it is no table.</summary>
    public ImportDraft? Draft { get; set; }

    /// <summary>Why the file is no table that can be read.</summary>
    public string? Problem { get; private set; }

    /// <summary>What of the kept settings did not fit this file.</summary>
    public string? Adapted { get; private set; }

    /// <summary>Why the look was refused, though the file may be sound.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether other settings of the reading may help.</summary>
    public bool MayBeText { get; private set; }

    public bool Busy { get; private set; }

    /// <summary>The file is looked at anew when it is asked for again: a recipe may have been applied meanwhile.</summary>
    public void Forget() => _id = null;

    public void ForgetRefusal() => Refusal = null;

    /// <summary>Looks at the open workspace's file, unless that was done.</summary>
    public void Ensure()
    {
        if (_id == session.Current?.Id)
        {
            return;
        }

        _id = session.Current?.Id;
        (Draft, Adapted, Problem) = (null, null, null);
        _ = LookAsync(session.Options.Import);
    }

    /// <summary>The first look: a recipe from another file may name sheets or columns that this one does not have.</summary>
    private async Task LookAsync(ImportOptions recipe)
    {
        await ProfileAsync(recipe);
        if (Problem is not null && recipe != new ImportOptions { Limits = recipe.Limits })
        {
            var problem = Problem;
            await ProfileAsync(new ImportOptions { Limits = recipe.Limits });
            if (Draft is not null)
            {
                Adapt($"The settings that were kept do not fit this file, so it is looked at afresh. What did not fit: {problem}");
            }
        }
        else if (recipe.Mapping is not null && Draft is { Chosen.Mapping: null })
        {
            Adapt("The settings that were kept name columns which this file does not have, so its columns are proposed anew.");
        }
    }

    /// <summary>Looks at the file under other settings.</summary>
    public async Task ProfileAsync(ImportOptions options)
    {
        _look?.Cancel();
        _look?.Dispose();
        var mine = _look = new CancellationTokenSource();
        var id = session.Current?.Id;
        Busy = true;
        changed();
        try
        {
            var profile = await session.ProfileAsync(options, mine.Token);
            if (ReferenceEquals(mine, _look) && profile is not null && id == session.Current?.Id)
            {
                (Draft, Chosen, Problem) = (ImportDraft.Of(profile, options), options, null);
                await session.NoteFileProblemAsync(null);
            }
        }
        catch (ImportException failure)
        {
            if (ReferenceEquals(mine, _look))
            {
                (Draft, Chosen, Problem) = (null, options, failure.Message);
                MayBeText = failure.Code is ImportErrorCode.OneColumn or ImportErrorCode.NoRows or ImportErrorCode.LineTooLong
                    or ImportErrorCode.TooManyColumns or ImportErrorCode.SheetsDiffer or ImportErrorCode.SheetNotFound or ImportErrorCode.Mapping;
                await TryNoteAsync(failure.Message);
            }
        }
        catch (Exception failure) when (RefusedChange.Covers(failure))
        {
            if (ReferenceEquals(mine, _look))
            {
                Refusal = failure.Message;
            }
        }
        catch (OperationCanceledException)
        {
            // A newer look took its place.
        }
#pragma warning disable CA1031 // Nobody awaits this look, so whatever goes wrong has to be told here.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogLookFailed(logger, failure);
            if (ReferenceEquals(mine, _look))
            {
                (Draft, Chosen, MayBeText) = (null, options, false);
                Problem = $"Something went wrong that should not have: {failure.Message} ({failure.GetType().Name}). The upload is kept, and the details are in the server's log.";
            }
        }

        if (ReferenceEquals(mine, _look))
        {
            Busy = false;
            changed();
        }
    }

    public void Dispose()
    {
        _look?.Cancel();
        _look?.Dispose();
    }

    // The page has the reason already; a disk that cannot keep it must not hide it.
    private async Task TryNoteAsync(string problem)
    {
        try
        {
            await session.NoteFileProblemAsync(problem);
        }
        catch (Exception failure) when (RefusedChange.Covers(failure))
        {
            LogLookFailed(logger, failure);
        }
    }

    private void Adapt(string words)
    {
        Adapted = words;
        changed();
    }

    [LoggerMessage(LogLevel.Error, "An uploaded file could not be looked at")]
    private static partial void LogLookFailed(ILogger logger, Exception failure);
}
