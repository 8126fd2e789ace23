namespace CustomerDashboard.Tests;

/// <summary>Finds the real data sets, which are never committed; a test that needs one skips where it is absent.</summary>
internal static class SharedData
{
    private static readonly string? Root = FindRoot();

    /// <summary>The path of a data set, or a skipped test.</summary>
    public static string Require(string fileName) => RequireIn("data", fileName);

    /// <summary>The path of a file of reference answers, or a skipped test.</summary>
    public static string RequireReference(string fileName) => RequireIn("reference", fileName);

    private static string RequireIn(string folder, string fileName)
    {
        string? path = Root is null ? null : Path.Combine(Root, folder, fileName);
        Assert.SkipUnless(path is not null && File.Exists(path), $"The data set shared/{folder}/{fileName} is not beside this checkout.");
        return path!;
    }

    private static string? FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return Path.Combine(folder.FullName, "shared");
            }
        }

        return null;
    }
}
