namespace CustomerDashboard.Tests;

/// <summary>Small files kept with the tests and copied beside them.</summary>
internal static class Fixture
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
