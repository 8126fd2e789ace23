using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Common;

/// <summary>
/// What every page on a workspace does: it opens the workspace last used, follows its changes, and turns a refused
/// setting into words. Put the content inside a <see cref="WorkspaceView"/>, which shows the states it can be in.
/// </summary>
public abstract class WorkspacePage : ComponentBase, IDisposable
{
    private AnalysisResult? seen;

    [Inject]
    protected WorkspaceSession Session { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The last good result, or null.</summary>
    protected AnalysisResult? Result { get; private set; }

    /// <summary>Whether a newer result is being computed.</summary>
    protected bool Updating => Session.Job?.IsActive == true;

    /// <summary>Why the last change of a setting was refused; null when it was not.</summary>
    protected string? Refusal { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Session.Changed += OnSessionChanged;
        await Session.EnsureOpenAsync();
        Follow();
    }

    /// <summary>Called once for each new result (null when there is none), before it is shown: build the figures here.</summary>
    protected virtual void OnResult(AnalysisResult? result)
    {
    }

    /// <summary>Changes the recipe; what cannot be used is refused with words and changes nothing.</summary>
    protected Task ChangeAsync(Func<AnalysisOptions, AnalysisOptions> change) => TryAsync(() => Session.UpdateAsync(change));

    /// <summary>Takes the last change back, or says why it cannot be.</summary>
    protected Task UndoAsync() => TryAsync(Session.UndoAsync);

    private async Task TryAsync(Func<Task> act)
    {
        Refusal = null;
        try
        {
            await act();
        }
        catch (Exception failure) when (RefusedChange.Covers(failure))
        {
            Refusal = RefusedChange.Words(failure);
        }

        // The press may have come from a component below, which draws only itself again.
        StateHasChanged();
    }

    /// <summary>Says why something was not taken over.</summary>
    protected Task Refuse(string words)
    {
        Refusal = words;
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>Puts what is selected into the address, so that a link reproduces the view; null removes a value.</summary>
    protected void SetQuery(params (string Name, object? Value)[] values) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(values.ToDictionary(value => value.Name, value => value.Value)),
        replace: true);

    public void Dispose()
    {
        Session.Changed -= OnSessionChanged;
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private void OnSessionChanged() => _ = InvokeAsync(() =>
    {
        Follow();
        StateHasChanged();
    });

    private void Follow()
    {
        Result = Session.Result;
        if (!ReferenceEquals(Result, seen))
        {
            seen = Result;
            OnResult(Result);
        }
    }
}
