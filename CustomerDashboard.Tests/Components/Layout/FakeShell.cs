using CustomerDashboard.Components.Layout;

namespace CustomerDashboard.Tests.Components.Layout;

/// <summary>A shell that shows what a test gives it.</summary>
internal sealed class FakeShell : IShellContext
{
    public event Action? Changed;

    public string? Why { get; init; }

    public IReadOnlyList<ShellWorkspace> Workspaces { get; init; } = [];

    public ShellWorkspace? Current { get; init; }

    public string? LoadedData { get; init; }

    public IReadOnlyList<ShellJob> Jobs { get; set; } = [];

    public ShellStanding? Standing { get; init; }

    public IReadOnlyList<ShellExport> Exports { get; init; } = [];

    public List<string> Cancelled { get; } = [];

    public string? WhyUnavailable(string href) => Why;

    public Task SelectAsync(string workspaceId) => Task.CompletedTask;

    public Task CancelAsync(string jobId)
    {
        Cancelled.Add(jobId);
        return Task.CompletedTask;
    }

    public void Raise() => Changed?.Invoke();
}
