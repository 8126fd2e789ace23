using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Benchmarks;

/// <summary>Online Retail II, 1,067,370 lines: the five standard rules with their ledger, alone and with the features (aim: 0.25 s together).</summary>
[MemoryDiagnoser]
public class CleaningBenchmarks
{
    private TransactionTable table = null!;

    [GlobalSetup]
    public void Read() => table = RetailTable.Second();

    [Benchmark(Baseline = true)]
    public CleaningResult Clean() => CleaningPipeline.Run(table);

    [Benchmark]
    public CustomerFeatureTable CleanAndBuildFeatures() => CustomerFeatureBuilder.Build(CleaningPipeline.Run(table).Cleaned);

    [Benchmark]
    public CleaningResult CleanWithEveryRule() => CleaningPipeline.Run(table, new CleaningOptions
    {
        NonProducts = new NonProductOptions { Enabled = true },
        DateWindow = new DateWindowOptions { Enabled = true, From = new DateOnly(2010, 1, 1) },
        Countries = new CountryOptions { Enabled = true, Filter = CountryFilter.Exclude, Names = ["Unspecified"] },
        Outliers = new OutlierOptions { Enabled = true },
        MinimumOrders = new MinimumOrdersOptions { Enabled = true },
    });
}
