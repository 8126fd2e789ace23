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
    [Inject]
    protected internal WorkspaceSession Session { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>
    /// The newest result in which the page's own stage is there, or null: of the run at work as soon as it has come so far, else the
    /// last good one. Stages that the page does not need may be missing from it.
    /// </summary>
    protected internal AnalysisResult? Result { get; private set; }

    /// <summary>
    /// The stages whose results the page shows, its own first: it is drawn when that one is ready and again as each of the others comes.
    /// A page that names none waits for all.
    /// </summary>
    protected internal virtual IReadOnlyList<AnalysisStage> Shows => [];

    /// <summary>Whether what the page shows is being computed anew, as against stages that it does not show.</summary>
    protected internal bool Updating => Session.Job?.IsActive == true && !IsFresh;

    /// <summary>Whether the run at work has already brought the page's own stage.</summary>
    private bool IsFresh => Shows.Count > 0 && Result is { } result && !ReferenceEquals(result, Session.Current?.Result)
        && Recipe.AreEqual(result.Options, Session.Options);

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
        AnalysisResult? newest = Shows.Count > 0 ? Session.ResultFor(Shows[0]) : Session.Result;
        if (ReferenceEquals(newest, Result) || (newest is not null && Result is not null && HasSame(newest, Result)))
        {
            return;
        }

        Result = newest;
        OnResult(newest);
    }

    /// <summary>Two states of one run between which nothing came that the page shows.</summary>
    private bool HasSame(AnalysisResult newest, AnalysisResult shown)
    {
        foreach (AnalysisStage stage in Shows)
        {
            if (!ReferenceEquals(newest.Stages.GetValueOrDefault(stage), shown.Stages.GetValueOrDefault(stage)))
            {
                return false;
            }
        }

        return Shows.Count > 0;
    }
}
