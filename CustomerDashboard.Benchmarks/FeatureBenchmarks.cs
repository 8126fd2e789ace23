using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Benchmarks;

/// <summary>The twelve features of the 5,878 customers of Online Retail II (peer: 0.81 s), over all of it and up to a cut-off.</summary>
[MemoryDiagnoser]
public class FeatureBenchmarks
{
    private CleanedTransactions cleaned = null!;

    [GlobalSetup]
    public void Clean() => cleaned = CleaningPipeline.Run(RetailTable.Second()).Cleaned;

    [Benchmark(Baseline = true)]
    public CustomerFeatureTable Build() => CustomerFeatureBuilder.Build(cleaned);

    [Benchmark]
    public CustomerFeatureTable BuildBeforeCutoff() => CustomerFeatureBuilder.Build(
        cleaned, new FeatureOptions { Window = ObservationWindow.Before(new DateTime(2011, 9, 10, 12, 50, 0)) });

    [Benchmark]
    public IReadOnlyList<FeatureSummary> Summarise() => FeatureSummary.Summarise(CustomerFeatureBuilder.Build(cleaned));
}
