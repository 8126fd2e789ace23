using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Layout;

/// <summary>Which workspace, what is in it, what runs, and what can be taken away.</summary>
public sealed partial class TopBar
{
    [Inject]
    private IShellContext Shell { get; set; } = default!;

    protected override void OnInitialized() => Shell.Changed += Refresh;

    private void Refresh() => InvokeAsync(StateHasChanged);

    public void Dispose() => Shell.Changed -= Refresh;
}
