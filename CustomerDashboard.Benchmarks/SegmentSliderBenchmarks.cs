using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// What the server computes when the slider of the number of segments is moved on a computed sweep of II, before the page is drawn: the
/// division is looked up, matched to the colours before, and its segments are named. Aim: under 100 ms with the drawing.
/// </summary>
[MemoryDiagnoser]
public class SegmentSliderBenchmarks
{
    private CustomerFeatureTable _customers = null!;
    private SegmentationResult _swept = null!;
    private int _k;

    [GlobalSetup]
    public void Sweep()
    {
        _customers = CustomerFeatureBuilder.Build(CleaningPipeline.Run(RetailTable.Second()).Cleaned);
        _swept = CustomerSegmentation.Run(_customers);
    }

    [Benchmark]
    public IReadOnlyList<string> Move() => PersonaBuilder.Names(_customers, _swept.Find(2 + (_k++ % 11))!, new PersonaOptions());

    [Benchmark]
    public SegmentationResult Settle() => SegmentContinuity.Align(
        _swept with { ChosenK = 2 + (_k++ % 11) },
        _customers.CustomerIds,
        SegmentAnchor.Of(_customers.CustomerIds, _swept.Find(4)!, new string?[4]));
}
