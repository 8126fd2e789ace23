using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// The exact silhouette. The peer (scikit-learn 1.2.1, two cores) takes 0.16 s for the 4,338 customers of data set I, once for
/// every k, and 0.79 s with 1 GB for 10,000 points. 5,878 is the number of customers of data set II.
/// </summary>
[MemoryDiagnoser]
public class SilhouetteBenchmarks
{
    private readonly Matrix _second = CustomerPoints.Groups(5_878, 3);
    private readonly Matrix _tenThousand = CustomerPoints.Groups(10_000, 8);
    private Matrix _customers = new(0, 0);
    private int[][] _customerLabels = [];
    private int[] _secondLabels = [];
    private int[] _tenThousandLabels = [];

    [GlobalSetup]
    public void Fit()
    {
        _customers = CustomerPoints.ScaledRfm();
        _customerLabels = [.. KMeansSweep.Run(_customers).Entries.Select(entry => entry.Model.Labels)];
        _secondLabels = KMeans.Fit(_second, new KMeansOptions { ClusterCount = 4 }).Labels;
        _tenThousandLabels = KMeans.Fit(_tenThousand, new KMeansOptions { ClusterCount = 8 }).Labels;
    }

    [Benchmark]
    public SilhouetteScore OneOf4338Customers() => Silhouette.Score(_customers, _customerLabels[2]);

    [Benchmark]
    public IReadOnlyList<SilhouetteScore> ElevenOf4338Customers() => Silhouette.ScoreMany(_customers, _customerLabels);

    [Benchmark]
    public SilhouetteScore OneOf5878Customers() => Silhouette.Score(_second, _secondLabels);

    [Benchmark]
    public SilhouetteScore OneOfTenThousandPoints() => Silhouette.Score(_tenThousand, _tenThousandLabels);
}
