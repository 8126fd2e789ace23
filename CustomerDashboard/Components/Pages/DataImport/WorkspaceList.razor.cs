using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>The workspaces that are kept, and what can be done with each.</summary>
public sealed partial class WorkspaceList
{
    private string? renaming;
    private string? deleting;
    private string newName = "";
    private string? message;
    private bool busy;
    private bool moveFocus;
    private ElementReference field;
    private ElementReference keep;

    [Parameter, EditorRequired]
    public IReadOnlyList<WorkspaceInfo> Workspaces { get; set; } = [];

    /// <summary>The one that is open in this tab.</summary>
    [Parameter]
    public string? CurrentId { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    [Parameter]
    public EventCallback<(string Id, string Name)> OnRename { get; set; }

    [Parameter]
    public EventCallback<string> OnDuplicate { get; set; }

    [Parameter]
    public EventCallback<string> OnDelete { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (moveFocus)
        {
            moveFocus = false;
            await (renaming is not null ? field : keep).FocusAsync();
        }
    }

    private void StartRename(WorkspaceInfo workspace)
    {
        (renaming, deleting, newName, message, moveFocus) = (workspace.Id, null, workspace.Name, null, true);
    }

    private void StartDelete(WorkspaceInfo workspace)
    {
        (renaming, deleting, message, moveFocus) = (null, workspace.Id, null, true);
    }

    private void Close() => (renaming, deleting) = (null, null);

    private void CloseOnEscape(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            Close();
        }
    }

    private async Task ActAsync(Func<Task> act)
    {
        if (busy)
        {
            return;
        }

        (busy, message) = (true, null);
        try
        {
            await act();
            Close();
        }
        catch (Exception failure) when (failure is WorkspaceException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            message = failure.Message;
        }
        finally
        {
            busy = false;
        }
    }

    private static string Source(WorkspaceInfo workspace) =>
        workspace.SourceFile.Length == 0 ? "" : $"{workspace.SourceFile}, {ByteSize.Words(workspace.SourceBytes)}";

    private string StateWords(WorkspaceInfo workspace) => workspace.State switch
    {
        WorkspaceState.Unreadable => "Cannot be read",
        _ when workspace.Id == CurrentId => "Open",
        WorkspaceState.Ready => workspace.Problem is null ? "Ready" : "Needs a look",
        WorkspaceState.Failed => "Failed",
        WorkspaceState.Broken => "Unreadable",
        _ => "Not read yet",
    };

    private string StateClass(WorkspaceInfo workspace) => workspace.State switch
    {
        WorkspaceState.Unreadable => "chip-bad",
        _ when workspace.Id == CurrentId => "chip-accent",
        WorkspaceState.Ready => workspace.Problem is null ? "chip-good" : "chip-warn",
        WorkspaceState.Failed or WorkspaceState.Broken => "chip-bad",
        _ => "",
    };
}
