using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Layout;

/// <summary>The workspace in use, and the way to another.</summary>
public sealed partial class WorkspaceSwitcher
{
    [Inject]
    private IShellContext Shell { get; set; } = default!;

    protected override void OnInitialized() => Shell.Changed += Refresh;

    private void Refresh() => InvokeAsync(StateHasChanged);

    public void Dispose() => Shell.Changed -= Refresh;
}
