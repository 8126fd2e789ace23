namespace CustomerDashboard.Tests.Browser;

/// <summary>
/// The browser tests run one after the other and by themselves: they share one server, whose page without a remembered workspace shows
/// the one opened last, and a browser that competes with computing tests for two cores runs into its time limits.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class BrowserRuns
{
    public const string Name = "Browser";
}
