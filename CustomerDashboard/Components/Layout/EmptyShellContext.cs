namespace CustomerDashboard.Components.Layout;

/// <summary>The frame before any workspace exists.</summary>
public sealed class EmptyShellContext : IShellContext
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public IReadOnlyList<ShellWorkspace> Workspaces => [];

    public ShellWorkspace? Current => null;

    public string? LoadedData => null;

    public IReadOnlyList<ShellJob> Jobs => [];

    public ShellStanding? Standing => null;

    public IReadOnlyList<ShellExport> Exports => [];

    public string? WhyUnavailable(string href) => null;

    public Task SelectAsync(string workspaceId) => Task.CompletedTask;

    public Task CancelAsync(string jobId) => Task.CompletedTask;
}
