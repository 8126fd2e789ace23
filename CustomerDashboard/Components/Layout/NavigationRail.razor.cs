using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Layout;

/// <summary>The pages, grouped by the question they answer; a drawer on a phone.</summary>
public sealed partial class NavigationRail
{
    [Inject]
    private IShellContext Shell { get; set; } = default!;

    protected override void OnInitialized() => Shell.Changed += Refresh;

    private void Refresh() => InvokeAsync(StateHasChanged);

    public void Dispose() => Shell.Changed -= Refresh;
}
