using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// Mini-batch k-means of 1 M x 8 points, k = 8, with the labels of all points. The peer (scikit-learn 1.2.1, two cores) takes
/// 0.05 s; aim under 0.05 s. The full k-means of the same points is in <see cref="KMeansSweepBenchmarks"/>.
/// </summary>
[MemoryDiagnoser]
public class MiniBatchKMeansBenchmarks
{
    private Matrix _million = new(0, 0);

    [GlobalSetup]
    public void MakePoints() => _million = CustomerPoints.Groups(1_000_000, 8);

    [Benchmark]
    public KMeansModel OfAMillionPoints() => MiniBatchKMeans.Fit(_million, new MiniBatchKMeansOptions { ClusterCount = 8 });
}
