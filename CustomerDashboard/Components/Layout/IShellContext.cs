namespace CustomerDashboard.Components.Layout;

/// <summary>What the frame shows of the workspace in use. One per circuit; the workspaces' room implements it.</summary>
public interface IShellContext
{
    /// <summary>Raised on any thread when something below has changed.</summary>
    event Action? Changed;

    IReadOnlyList<ShellWorkspace> Workspaces { get; }

    ShellWorkspace? Current { get; }

    /// <summary>What is loaded, in one line: "779,424 lines · 5,878 customers · 1 Dec 2009 - 9 Dec 2011".</summary>
    string? LoadedData { get; }

    /// <summary>Jobs that run, and those that ended lately, the newest first.</summary>
    IReadOnlyList<ShellJob> Jobs { get; }

    /// <summary>What keeps the workspace from being ready when nothing runs; null when it is, or when there is none.</summary>
    ShellStanding? Standing { get; }

    /// <summary>Files that can be taken away now.</summary>
    IReadOnlyList<ShellExport> Exports { get; }

    /// <summary>Why the page at this address has nothing to show, or null when it has.</summary>
    string? WhyUnavailable(string href);

    Task SelectAsync(string workspaceId);

    Task CancelAsync(string jobId);
}
