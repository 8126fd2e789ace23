using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Benchmarks;

/// <summary>The Online Retail II file as a table, from the data folder beside the checkout.</summary>
internal static class RetailTable
{
    public static TransactionTable Second() => Read("online_retail_II.csv.gz");

    public static TransactionTable Read(string name)
    {
        string path = Find(name);
        return TransactionImporter.Import(path, name).Table;
    }

    private static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"The benchmark needs shared/data/{name} in a folder above the checkout.", name);
    }
}
