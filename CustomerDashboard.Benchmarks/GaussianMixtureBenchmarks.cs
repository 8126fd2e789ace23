using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// Gaussian mixtures of the 4,338 customers of data set I by log Recency and log Monetary, full covariance, k = 2..8 with 10 starts. The
/// peer (scikit-learn 1.2.1, two cores) takes 4.4 s; the aim is under 2 s with a BIC no worse than the peer's by more than 0.1 % at each k.
/// One fit of 200,000 x 4 points shows what many points cost.
/// </summary>
[MemoryDiagnoser]
public class GaussianMixtureBenchmarks
{
    private Matrix _customers = new(0, 0);
    private Matrix _many = new(0, 0);

    [GlobalSetup]
    public void ReadPoints()
    {
        Matrix logged = LogTransform.Transform(CustomerPoints.Read("Recency", "Monetary"));
        _customers = StandardScaler.Fit(logged).Transform(logged);
        _many = CustomerPoints.Groups(200_000, 4);
    }

    [Benchmark]
    public GaussianMixtureSweepResult SweepOfTwoToEight() => GaussianMixtureSweep.Run(_customers);

    [Benchmark]
    public GaussianMixtureModel FourOfManyPoints() => GaussianMixture.Fit(_many, new GaussianMixtureOptions { Components = 4, Starts = 3 });
}
