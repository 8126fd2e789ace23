using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// The evidence for a number of clusters on the 4,338 customers of data set I: the gap statistic for k = 1..8 with 20 reference
/// sets, the stability of k = 4 over 20 resamples, and the permutation importance of its features. There is no peer's figure; aim
/// under 2 s, 1 s and 0.1 s.
/// </summary>
[MemoryDiagnoser]
public class ClusterEvidenceBenchmarks
{
    private static readonly KMeansOptions Options = new() { ClusterCount = 4, DegreeOfParallelism = 1 };
    private Matrix _customers = new(0, 0);
    private KMeansModel? _model;

    [GlobalSetup]
    public void Fit()
    {
        _customers = CustomerPoints.ScaledRfm();
        _model = KMeans.Fit(_customers, Options);
    }

    [Benchmark]
    public GapResult Gap() => GapStatistic.Compute(_customers, [1, 2, 3, 4, 5, 6, 7, 8]);

    [Benchmark]
    public ClusterStabilityResult Stability() =>
        ClusterStability.Bootstrap(_customers, _model!.Labels, (points, token) => KMeans.Fit(points, Options, null, token));

    [Benchmark]
    public IReadOnlyList<FeatureImportance> Importance() => PermutationImportance.OfClusters(_model!.Predict, _customers);
}
