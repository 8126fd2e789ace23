namespace CustomerDashboard.Components.Layout;

/// <summary>The frame of every page: rail, top bar and content.</summary>
public partial class MainLayout
{
    private PageErrorBoundary? boundary;

    // A page that failed must not keep the next page from showing.
    protected override void OnParametersSet() => boundary?.Recover();
}
