using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// The record of an open workspace with the recipes before the present one, in memory and on disk alike.
/// Not safe for several threads at once: the workspace's lock guards it.
/// </summary>
internal sealed class RecordKeeper(WorkspaceRecord record, WorkspaceStore store)
{
    private readonly UndoHistory _undo = store.Undo(record.Id);

    public WorkspaceRecord Record { get; private set; } = record;

    /// <summary>What an undo would bring back; null when there is nothing to take back.</summary>
    public AnalysisOptions? Newest => _undo.Newest;

    /// <summary>Takes over a record that was written elsewhere.</summary>
    public void Replace(WorkspaceRecord written) => Record = written;

    public void Change(AnalysisOptions options) => Write(kept => kept with { Options = options });

    /// <summary>Remembers a recipe that is no longer in use.</summary>
    public void Remember(AnalysisOptions before) => _undo.Push(before);

    /// <summary>Forgets the recipe that was brought back.</summary>
    public void Forget() => _undo.Pop();

    /// <summary>Notes that a person has settled how the file is read.</summary>
    public void Confirm()
    {
        if (!Record.Confirmed)
        {
            Write(kept => kept with { Confirmed = true });
        }
    }

    /// <returns>False when there was nothing to note.</returns>
    public bool NoteFileProblem(string? problem)
    {
        if (Record.Confirmed || Record.FileProblem == problem)
        {
            return false;
        }

        Write(kept => kept with { FileProblem = problem });
        return true;
    }

    /// <summary>Notes how a run ended.</summary>
    /// <param name="problem">What went wrong, or null.</param>
    /// <param name="shown">The result, when it is the one that is shown from now on: the counts are its counts.</param>
    public void NoteOutcome(string? problem, AnalysisResult? shown)
    {
        int? rows = shown?.Report.RowsKept ?? Record.Rows;
        int? customers = shown?.Features?.RowCount ?? Record.Customers;
        if (Record.Problem != problem || Record.Rows != rows || Record.Customers != customers)
        {
            Write(kept => kept with { Problem = problem, Rows = rows, Customers = customers });
        }
    }

    /// <summary>Notes that a run broke off; a disk that cannot take the note does not keep the person from it.</summary>
    public void NoteFailure(string? problem)
    {
        try
        {
            Write(kept => kept with { Problem = problem });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or WorkspaceException)
        {
            Record = Record with { Problem = problem };
        }
    }

    private void Write(Func<WorkspaceRecord, WorkspaceRecord> change) => Record = store.Update(Record.Id, change);
}
