using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// k-medoids of the 4,338 customers of data set I, k = 4 with three starts, from distances already computed, and Gower's distances of
/// as many rows with six numbers and three categories. There is no peer's figure; aim under 0.5 s and 0.2 s.
/// </summary>
[MemoryDiagnoser]
public class KMedoidsBenchmarks
{
    private CondensedDistances _distances = new(0);
    private Matrix _numbers = new(0, 0);
    private int[][] _categories = [];

    [GlobalSetup]
    public void Prepare()
    {
        _distances = CondensedDistances.Euclidean(CustomerPoints.ScaledRfm());
        _numbers = CustomerPoints.Groups(_distances.Count, 6);
        var random = new RandomSource(1);
        _categories = new int[3][];
        for (int column = 0; column < _categories.Length; column++)
        {
            _categories[column] = new int[_numbers.Rows];
            for (int row = 0; row < _numbers.Rows; row++)
            {
                _categories[column][row] = random.NextInt(5) - 1;
            }
        }
    }

    [Benchmark]
    public KMedoidsModel FourMedoids() => KMedoids.Fit(_distances, new KMedoidsOptions { ClusterCount = 4 });

    [Benchmark]
    public CondensedDistances GowerDistances() => Gower.Distances(_numbers, _categories);
}
