using System.Globalization;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Layout;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Jobs;

namespace CustomerDashboard.Workspaces;

/// <summary>What the frame shows of the open workspace: its name, what is loaded, its job, its downloads.</summary>
public sealed class WorkspaceShell(WorkspaceSession session) : IShellContext
{
    private IReadOnlyList<WorkspaceInfo> _list = [];
    private (WorkspaceRecord? Record, int Version)? _listed;

    public event Action? Changed
    {
        add => session.Changed += value;
        remove => session.Changed -= value;
    }

    public IReadOnlyList<ShellWorkspace> Workspaces
    {
        get
        {
            // Reading the list costs the disk a file per workspace, and progress redraws the frame ten times a second.
            var now = (session.Current?.Record, session.ListVersion);
            if (_listed != now)
            {
                _list = session.List();
                _listed = now;
            }

            return [.. _list.Where(info => info.State != WorkspaceState.Broken).Select(Describe)];
        }
    }

    public ShellWorkspace? Current => session.Current is { } workspace ? Describe(workspace.Record.ToInfo()) : null;

    public string? LoadedData
    {
        get
        {
            if (session.ResultFor(AnalysisStage.Features) is not { } result)
            {
                return session.AwaitsConfirmation ? $"{session.Current!.Record.SourceFile}, {(session.Current.Record.FileProblem is null ? "not read yet" : "cannot be read")}" : null;
            }

            string customers = Numbers.Counted(result.Features?.RowCount ?? 0, "customer");
            return result.Cleaning?.After is { First: { } first, Last: { } last } after
                ? $"{Numbers.Counted(after.Rows, "line")} · {customers} · {Numbers.Date(first)} - {Numbers.Date(last)}"
                : result.Kind == FileKind.CustomerAttributes ? $"{customers}, one row each" : $"{Numbers.Counted(result.Report.RowsKept, "line")} read, none left after cleaning";
        }
    }

    public ShellStanding? Standing => session switch
    {
        { Current: null } => null,
        { AwaitsConfirmation: true, Current.Record.FileProblem: not null } => new ShellStanding("Cannot be read", "bad"),
        { AwaitsConfirmation: true } => new ShellStanding("Not read yet", "warn"),
        _ when session.ResultFor(AnalysisStage.Cleaning) is { Kind: FileKind.Transactions, Cleaning: null, Ledger.Count: > 0 } => new ShellStanding("Nothing left", "warn"),
        _ => null,
    };

    public IReadOnlyList<ShellJob> Jobs => session.Job is not { } job
        ? []
        :
        [
            new ShellJob(
                job.Id,
                $"Analysis of {session.Current?.Record.Name}",
                job.State switch
                {
                    JobState.Queued => ShellJobState.Waiting,
                    JobState.Running => ShellJobState.Running,
                    JobState.Done => ShellJobState.Done,
                    JobState.Failed => ShellJobState.Failed,
                    _ => ShellJobState.Cancelled,
                },
                job.State == JobState.Running ? job.Fraction : null,
                job.State == JobState.Failed ? job.Message : job.IsActive ? job.Activity : null),
        ];

    public IReadOnlyList<ShellExport> Exports
    {
        get
        {
            if (session is not { Current: { } workspace, Result: { } result })
            {
                return [];
            }

            string at = $"/api/workspaces/{workspace.Id}/";
            var exports = new List<ShellExport>();
            if (result.Features is not null)
            {
                exports.Add(new ShellExport("Customers", "Every customer with features, segment, persona and predictions (CSV)", at + "customers.csv"));
            }

            if (result.Segments is not null)
            {
                exports.Add(new ShellExport("Segments", "One row per segment (CSV)", at + "segments.csv"));
            }

            if (result.LifetimeValue is { Chosen: not null })
            {
                exports.Add(new ShellExport("Lifetime value", "What every customer is still good for (CSV)", at + "lifetime_value.csv"));
            }

            exports.Add(new ShellExport("Summary", "Every figure of the analysis (JSON)", at + "summary.json"));
            exports.Add(new ShellExport("Recipe", "All settings, to apply to another file (JSON)", at + "recipe.json"));
            if (result.Report.RowsRejected > 0)
            {
                exports.Add(new ShellExport("Rejected rows", "Line, column, value and reason (CSV)", at + "rejected.csv"));
            }

            return exports;
        }
    }

    public string? WhyUnavailable(string href)
    {
        AnalysisStage? stage = href switch
        {
            "/cleaning" => AnalysisStage.Cleaning,
            "/segmentation" => AnalysisStage.Segmentation,
            "/personas" => AnalysisStage.Personas,
            "/prediction" => AnalysisStage.Prediction,
            "/lifetime-value" => AnalysisStage.LifetimeValue,
            _ => null,
        };
        return stage is { } asked && session.ResultFor(asked) is { } result && result.Stages.TryGetValue(asked, out StageOutcome? outcome) && outcome.State == StageState.Unavailable
            // Settings that left nothing are changed where they are set.
            && !(asked == AnalysisStage.Cleaning && result.Ledger.Count > 0)
            && !(asked == AnalysisStage.Segmentation && result.Features is not null)
            ? outcome.Message
            : null;
    }

    public Task SelectAsync(string workspaceId) => session.OpenAsync(workspaceId);

    public Task CancelAsync(string jobId)
    {
        if (session.Job?.Id == jobId)
        {
            session.CancelJob();
        }

        return Task.CompletedTask;
    }

    private static ShellWorkspace Describe(WorkspaceInfo info) => new(info.Id, info.Name, info switch
    {
        { Customers: { } customers } => $"{Numbers.Counted(customers, "customer")}, {Date(info)}",
        { State: WorkspaceState.Unreadable } => $"{info.SourceFile}, cannot be read",
        { State: WorkspaceState.Ready } => $"{Numbers.Counted(info.Rows ?? 0, "line")}, {Date(info)}",
        { State: WorkspaceState.Failed } => "could not be analysed",
        _ => $"{info.SourceFile}, not read yet",
    });

    private static string Date(WorkspaceInfo info) => info.Changed.ToLocalTime().ToString("d MMM yyyy", CultureInfo.CurrentCulture);
}
