using System.Collections.Concurrent;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>The two Online Retail files as data import reads them, each once per test run.</summary>
internal static class RetailFile
{
    private static readonly ConcurrentDictionary<string, Lazy<TransactionTable>> Tables = new();

    public static TransactionTable First => Load("online_retail.csv.gz");

    public static TransactionTable Second => Load("online_retail_II.csv.gz");

    private static TransactionTable Load(string name)
    {
        string path = SharedData.Require(name);
        return Tables.GetOrAdd(name, _ => new Lazy<TransactionTable>(() => TransactionImporter.Import(path, name).Table)).Value;
    }
}
