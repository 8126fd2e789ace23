using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// Itemsets of the 18,532 invoices of Online Retail (mlxtend's FP-growth: 1.47 s at a support of .01, its low-memory Apriori 0.46 s; 2.56 s at .005, 18.2 s at .001), and the whole
/// stage on Online Retail II.
/// </summary>
[MemoryDiagnoser]
public class BasketBenchmarks
{
    private CleanedTransactions first = null!;
    private CleanedTransactions second = null!;
    private BasketTable table = null!;

    [Params(.01, .005, .001)]
    public double Support { get; set; }

    [GlobalSetup]
    public void Clean()
    {
        first = CleaningPipeline.Run(RetailTable.Read("online_retail.csv.gz")).Cleaned;
        second = CleaningPipeline.Run(RetailTable.Second()).Cleaned;
        table = BasketTable.Of(first);
    }

    [Benchmark]
    public BasketTable Baskets() => BasketTable.Of(first);

    [Benchmark(Baseline = true)]
    public ItemsetTable SearchByEclat() => Eclat.Mine(table, Options);

    [Benchmark]
    public ItemsetTable SearchByFpGrowth() => FpGrowth.Mine(table, Options);

    [Benchmark]
    public ItemsetTable SearchByApriori() => Apriori.Mine(table, Options);

    [Benchmark]
    public BasketResult WholeStage() => BasketAnalysis.Run(second, new BasketOptions());

    private ItemsetOptions Options => new() { MinBaskets = ItemsetOptions.BasketsOf(Support, table.Count) };
}
