using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// Principal components: nine standardised features of the 4,338 customers of data set I, and 1 M x 8 points, for which the
/// peer (scikit-learn 1.2.1, two cores) takes 0.28 s with scaling.
/// </summary>
[MemoryDiagnoser]
public class PcaBenchmarks
{
    private Matrix _customers = new(0, 0);
    private Matrix _million = new(0, 0);

    [GlobalSetup]
    public void ReadPoints()
    {
        _customers = CustomerPoints.Read(
            "Recency", "Frequency", "Monetary", "AOV", "BasketUnits", "Products", "Tenure", "MeanGap", "ReturnRate");
        _million = CustomerPoints.Groups(1_000_000, 8);
    }

    [Benchmark]
    public Matrix NineFeatures() => Pca.Fit(_customers, new PcaOptions { Standardise = true }).Transform(_customers);

    [Benchmark]
    public Matrix AMillionPoints() => Pca.Fit(_million, new PcaOptions { Components = 3, Standardise = true }).Transform(_million);
}
