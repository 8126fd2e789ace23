using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Benchmarks;

/// <summary>The workbook of Online Retail II, two sheets with 1.07 M rows. Peer (openpyxl): 54.4 s and 586 MB.</summary>
[MemoryDiagnoser]
[SimpleJob(iterationCount: 5, warmupCount: 1)]
public class WorkbookReadBenchmarks
{
    private string saved = "";

    [GlobalSetup]
    public void Save()
    {
        saved = Path.Combine(Path.GetTempPath(), $"online-retail-{Guid.NewGuid():N}.table");
        TransactionTableFile.Save(TransactionImporter.Import(BenchmarkData.Find("online_retail_II.csv.gz"), "II.csv.gz").Table, saved);
    }

    [GlobalCleanup]
    public void Delete() => File.Delete(saved);

    [Benchmark(Baseline = true)]
    public int Workbook() => TransactionImporter.Import(BenchmarkData.Find("online_retail_II.xlsx"), "online_retail_II.xlsx").Table.RowCount;

    [Benchmark]
    public int Reopen() => TransactionTableFile.Load(saved).RowCount;
}
