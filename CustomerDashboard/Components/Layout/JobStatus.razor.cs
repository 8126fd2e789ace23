using CustomerDashboard.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Layout;

/// <summary>The status chip: ready, running or failed, with the list of jobs behind it.</summary>
public sealed partial class JobStatus
{
    [Inject]
    private IShellContext Shell { get; set; } = default!;

    private ShellJob? Active => Shell.Jobs.FirstOrDefault(job => job.State == ShellJobState.Running)
        ?? Shell.Jobs.FirstOrDefault(job => job.State == ShellJobState.Waiting);

    private bool LastFailed => Shell.Jobs is [{ State: ShellJobState.Failed }, ..];

    private string ChipClass => Active is not null ? "chip-accent running" : LastFailed ? "chip-bad" : Shell.Standing is { } standing ? $"chip-{standing.Tone}" : Shell.Current is null ? "" : "chip-good";

    private string Words => Active switch
    {
        { State: ShellJobState.Waiting } => "Waiting",
        { Share: { } share } => $"Running {Numbers.Percent(share)}",
        not null => "Running",
        null => LastFailed ? "Failed" : Shell.Standing is { } standing ? standing.Words : Shell.Current is null ? "No data" : "Ready",
    };

    protected override void OnInitialized() => Shell.Changed += Refresh;

    private static int? Percent(ShellJob job) => job.Share is { } share ? (int)Math.Round(100 * Math.Clamp(share, 0, 1)) : null;

    private static string StateWords(ShellJob job) => job.State switch
    {
        ShellJobState.Waiting => "waiting",
        ShellJobState.Running => job.Share is { } share ? Numbers.Percent(share) : "running",
        ShellJobState.Done => "done",
        ShellJobState.Failed => "failed",
        _ => "cancelled",
    };

    private void Refresh() => InvokeAsync(StateHasChanged);

    public void Dispose() => Shell.Changed -= Refresh;
}
