namespace CustomerDashboard.Benchmarks;

/// <summary>Finds the real data sets beside the checkout.</summary>
internal static class BenchmarkData
{
    public static string Find(string fileName)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", fileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"The data set shared/data/{fileName} is not beside this checkout.");
    }
}
