using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>Brings a file in, shows what it is taken for, and accounts for every row of it.</summary>
public sealed partial class DataImportPage
{
    private FileLimits limits = default!;
    private IReadOnlyList<WorkspaceInfo> workspaces = [];
    private (WorkspaceRecord? Record, int Version)? listed;
    private string? message;

    private FileLook file = default!;
    private bool starting;

    [Inject]
    private WorkspaceSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IOptions<WorkspaceOptions> Options { get; set; } = default!;

    [Inject]
    private ILogger<DataImportPage> Logger { get; set; } = default!;

    /// <summary>new: bring a file; columns: the mapping; otherwise what the workspace has come to.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? Asked { get; set; }

    /// <summary>What is known of the file: it is shown as soon as the lines are counted, whatever is still being computed from them.</summary>
    private AnalysisResult? Loaded => Session.ResultFor(AnalysisStage.Cleaning);

    private bool IsFresh => Loaded is { } loaded && !ReferenceEquals(loaded, Session.Result) && Recipe.AreEqual(loaded.Options, Session.Options);

    private PageView View
    {
        get
        {
            if (Session.Current is null || Asked == "new")
            {
                return PageView.Start;
            }

            if (Session.AwaitsConfirmation || Asked == "columns")
            {
                return PageView.Columns;
            }

            if (Loaded is not null)
            {
                return PageView.Result;
            }

            return Session.Job is { State: JobState.Failed } ? PageView.Columns : PageView.Reading;
        }
    }

    private string? ReadProblem => Session.Job is { State: JobState.Failed } && !Session.AwaitsConfirmation ? Session.Problem : null;

    private string Answer => View switch
    {
        PageView.Start => "Bring the list of what your customers bought, and see who they are and what they will do next.",
        PageView.Columns when file.Draft is { } draft => draft.Obstacle is null
            ? $"{draft.Profile.FileName} is understood. Look whether the columns are right, then read it."
            : $"{draft.Profile.FileName} needs one answer from you before it can be read.",
        PageView.Columns when file.Problem is not null => $"{Session.Current!.Record.SourceFile} is not a table that can be read.",
        PageView.Result when Loaded is { } result => DataWords.Account(result),
        PageView.Reading when Session.Job is { IsActive: true } => $"{Session.Current!.Record.SourceFile} is being read.",
        _ => Session.Current?.Record.SourceFile ?? "",
    };

    protected override async Task OnInitializedAsync()
    {
        if (Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0].Length == 0)
        {
            // One address for one page, so that the menu marks it.
            Navigation.NavigateTo("/data" + new Uri(Navigation.Uri).Query, replace: true);
        }

        var import = Options.Value.Limits;
        limits = new FileLimits(import.MaxFileBytes, import.MaxUnpackedBytes, import.MaxColumns);
        file = new FileLook(Session, Logger, StateHasChanged);
        Session.Changed += OnChanged;
        await Session.EnsureOpenAsync();
        RefreshList();
        EnsureProfiled();
    }

    protected override void OnParametersSet()
    {
        message = null;
        file.ForgetRefusal();
        EnsureProfiled();
    }

    private void OnChanged() => InvokeAsync(() =>
    {
        RefreshList();
        EnsureProfiled();
        StateHasChanged();
    });

    // Progress comes ten times a second and the list costs the disk a file per workspace.
    private void RefreshList()
    {
        var now = (Session.Current?.Record, Session.ListVersion);
        if (listed != now)
        {
            listed = now;
            workspaces = Session.List();
        }
    }

    private void EnsureProfiled()
    {
        if (View == PageView.Columns)
        {
            file.Ensure();
        }
        else
        {
            file.Forget();
        }
    }

    private async Task ApplyBeforeReadingAsync(string json)
    {
        await Session.ApplyRecipeAsync(json);
        file.Forget();
        EnsureProfiled();
    }

    private async Task ReadAsync()
    {
        if (file.Draft is not { Obstacle: null } draft)
        {
            return;
        }

        starting = true;
        var import = draft.Chosen;
        try
        {
            await Session.UpdateAsync(options => options with { Import = import });
            if (Session.Job is not { IsActive: true })
            {
                await Session.RunAsync();
            }

            if (Asked is not null)
            {
                Navigation.NavigateTo("/data");
            }
        }
        catch (Exception failure) when (RefusedChange.Covers(failure))
        {
            message = RefusedChange.Words(failure);
        }
        finally
        {
            starting = false;
        }
    }

    private async Task ReceivedAsync(string id)
    {
        await OpenAsync(id);
        file.Forget();
        EnsureProfiled();
    }

    private async Task OpenAsync(string id)
    {
        file.Forget();
        await Session.OpenAsync(id);
        RefreshList();
        Navigation.NavigateTo("/data");
    }

    /// <summary>The workspace to go back to from a file that cannot be read: the one that was open before, else the one changed last.</summary>
    private WorkspaceInfo? Previous
    {
        get
        {
            var others = workspaces.Where(workspace => workspace.Id != Session.Current?.Id).ToList();
            // The one just left may still be at work on its first run.
            return others.Find(workspace => workspace.Id == Session.PreviousId && workspace.State is (WorkspaceState.Ready or WorkspaceState.Uploaded))
                ?? others.Find(workspace => workspace.State == WorkspaceState.Ready);
        }
    }

    private async Task RemoveCurrentAsync()
    {
        if (Session.Current is not { } workspace)
        {
            return;
        }

        var previous = Previous?.Id;
        await TryAsync(async () =>
        {
            await Session.DeleteAsync(workspace.Id);
            if (previous is not null)
            {
                await OpenAsync(previous);
            }
        });
    }

    private Task ExploreAsync(int customers) => TryAsync(async () =>
    {
        await Session.CreateSampleAsync(customers);
        RefreshList();
        Navigation.NavigateTo("/data");
    });

    /// <summary>Does what the person asked for, or says above the page why it cannot be done.</summary>
    private async Task TryAsync(Func<Task> act)
    {
        message = null;
        try
        {
            await act();
        }
        catch (Exception failure) when (RefusedChange.Covers(failure))
        {
            message = RefusedChange.Words(failure);
        }
    }

    private static string Activity(JobSnapshot job) => job.State == JobState.Queued ? "Waiting for other work to finish" : job.Activity;

    private static double? Fraction(JobSnapshot job) => job.State == JobState.Running && double.IsFinite(job.Fraction) ? job.Fraction : null;

    private static string? Count(JobSnapshot job) => job.Done > 0 ? $"{Numbers.Count(job.Done)} {job.Unit}" : null;

    public void Dispose()
    {
        Session.Changed -= OnChanged;
        file.Dispose();
    }
}
