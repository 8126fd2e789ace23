using System.Globalization;
using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// The whole analysis by the default recipe, from the file to predictions (aim: II under 4 s and 600 MB, cold), and what a
/// moved slider costs when everything before it is kept.
/// </summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private readonly StageCache _cache = new(2L << 30);
    private AnalysisInput _second = null!;
    private int _seed;
    private int _k;

    [GlobalSetup]
    public void Warm()
    {
        _second = AnalysisInput.FromFile(BenchmarkData.Find("online_retail_II.csv.gz"));
        new AnalysisPipeline(_cache).Run(_second, AnalysisOptions.Default);
    }

    [Benchmark(Baseline = true)]
    public AnalysisResult WholeOfII() => new AnalysisPipeline().Run(_second, AnalysisOptions.Default);

    [Benchmark]
    public AnalysisResult AnotherSeed() => new AnalysisPipeline(_cache).Run(_second, AnalysisOptions.Default with { Seed = ++_seed });

    [Benchmark]
    public AnalysisResult AnotherNumberOfSegments() => new AnalysisPipeline(_cache).Run(
        _second,
        AnalysisOptions.Default with
        {
            Segmentation = AnalysisOptions.Default.Segmentation with { ChosenK = 2 + (_k % 11) },
            // A prefix that never came before, so that no persona is found in the cache.
            Personas = AnalysisOptions.Default.Personas with { Currency = (_k++).ToString(CultureInfo.InvariantCulture) },
        });
}
