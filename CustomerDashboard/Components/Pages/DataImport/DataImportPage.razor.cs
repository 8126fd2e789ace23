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

    // What the open workspace's file is taken for; belongs to the workspace named in profiledId.
    private string? profiledId;
    private ImportOptions chosen = new();
    private ImportDraft? draft;
    private string? profileProblem;
    private string? adapted;
    private bool mayBeText;
    private bool profiling;
    private bool starting;
    private CancellationTokenSource? look;

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

            if (Session.Result is not null)
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
        PageView.Columns when draft is { } file => file.Obstacle is null
            ? $"{file.Profile.FileName} is understood. Look whether the columns are right, then read it."
            : $"{file.Profile.FileName} needs one answer from you before it can be read.",
        PageView.Result when Session.Result is { } result => Account(result),
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
        Session.Changed += OnChanged;
        await Session.EnsureOpenAsync();
        RefreshList();
        EnsureProfiled();
    }

    protected override void OnParametersSet()
    {
        message = null;
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
        if (View != PageView.Columns)
        {
            // Looked at anew when it is asked for again: a recipe may have been applied meanwhile.
            profiledId = null;
            return;
        }

        if (profiledId == Session.Current?.Id)
        {
            return;
        }

        profiledId = Session.Current?.Id;
        (draft, adapted, profileProblem) = (null, null, null);
        _ = LookAsync(Session.Options.Import);
    }

    /// <summary>The first look: a recipe from another file may name sheets or columns that this one does not have.</summary>
    private async Task LookAsync(ImportOptions recipe)
    {
        await ProfileAsync(recipe);
        if (profileProblem is not null && !IsOpen(recipe))
        {
            var problem = profileProblem;
            await ProfileAsync(new ImportOptions { Limits = recipe.Limits });
            if (draft is not null)
            {
                Adapt($"The settings that were kept do not fit this file, so it is looked at afresh. What did not fit: {problem}");
            }
        }
        else if (recipe.Mapping is not null && draft is { Chosen.Mapping: null })
        {
            Adapt("The settings that were kept name columns which this file does not have, so its columns are proposed anew.");
        }
    }

    private static bool IsOpen(ImportOptions options) => options == new ImportOptions { Limits = options.Limits };

    private void Adapt(string words)
    {
        adapted = words;
        StateHasChanged();
    }

    private async Task ApplyBeforeReadingAsync(string json)
    {
        await Session.ApplyRecipeAsync(json);
        profiledId = null;
        EnsureProfiled();
    }

    /// <summary>Looks at the file under other settings; a look that is still under way is given up.</summary>
    private async Task ProfileAsync(ImportOptions options)
    {
        look?.Cancel();
        look?.Dispose();
        var mine = look = new CancellationTokenSource();
        var id = Session.Current?.Id;
        profiling = true;
        StateHasChanged();
        try
        {
            var profile = await Session.ProfileAsync(options, mine.Token);
            if (ReferenceEquals(mine, look) && profile is not null && id == Session.Current?.Id)
            {
                (draft, chosen, profileProblem) = (ImportDraft.Of(profile, options), options, null);
            }
        }
        catch (ImportException failure)
        {
            if (ReferenceEquals(mine, look))
            {
                (draft, chosen, profileProblem) = (null, options, failure.Message);
                mayBeText = failure.Code is ImportErrorCode.OneColumn or ImportErrorCode.NoRows or ImportErrorCode.LineTooLong
                    or ImportErrorCode.TooManyColumns or ImportErrorCode.SheetsDiffer or ImportErrorCode.SheetNotFound or ImportErrorCode.Mapping;
            }
        }
        catch (Exception failure) when (RefusedChange.Covers(failure))
        {
            if (ReferenceEquals(mine, look))
            {
                message = failure.Message;
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
            LogLookFailed(Logger, failure);
            if (ReferenceEquals(mine, look))
            {
                (draft, chosen, mayBeText) = (null, options, false);
                profileProblem = $"Something went wrong that should not have: {failure.Message} ({failure.GetType().Name}). The upload is kept, and the details are in the server's log.";
            }
        }

        if (ReferenceEquals(mine, look))
        {
            profiling = false;
            StateHasChanged();
        }
    }

    private async Task ReadAsync()
    {
        if (draft is null || draft.Obstacle is not null)
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
        profiledId = null;
        EnsureProfiled();
    }

    private async Task OpenAsync(string id)
    {
        profiledId = null;
        await Session.OpenAsync(id);
        RefreshList();
        Navigation.NavigateTo("/data");
    }

    private async Task DeleteCurrentAsync()
    {
        if (Session.Current is { } workspace)
        {
            await TryAsync(() => Session.DeleteAsync(workspace.Id));
        }
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

    private static int Customers(AnalysisResult result) => result.Cleaning?.Before.Customers ?? result.File.Attributes?.RowCount ?? result.Features?.RowCount ?? 0;

    private static string CustomersDetail(AnalysisResult result) =>
        result.Features is { } features && result.Cleaning is not null ? $"{Numbers.Count(features.RowCount)} after cleaning" : "one row each";

    private static string Account(AnalysisResult result)
    {
        var report = result.Report;
        var rows = report.RowsRejected == 0
            ? $"All {Numbers.Count(report.RowsRead)} rows of {report.FileName} were read"
            : $"{Numbers.Count(report.RowsKept)} of the {Numbers.Count(report.RowsRead)} rows of {report.FileName} were kept and {Numbers.Count(report.RowsRejected)} set aside";
        return result.Cleaning?.Before is { First: { } first, Last: { } last } before
            ? $"{rows}: {Numbers.Count(before.Customers)} customers from {Numbers.Date(first)} to {Numbers.Date(last)}."
            : $"{rows}: {Numbers.Count(Customers(result))} customers.";
    }

    [LoggerMessage(LogLevel.Error, "An uploaded file could not be looked at")]
    private static partial void LogLookFailed(ILogger logger, Exception failure);

    public void Dispose()
    {
        Session.Changed -= OnChanged;
        look?.Cancel();
        look?.Dispose();
    }
}
