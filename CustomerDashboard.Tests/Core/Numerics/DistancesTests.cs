using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Numerics;

public class DistancesTests
{
    [Fact]
    public void Hand_worked_distances()
    {
        double[] x = [1, 2], y = [4, 6];
        Assert.Equal(25, Distances.SquaredEuclidean(x, y));
        Assert.Equal(5, Distances.Euclidean(x, y));
        Assert.Equal(7, Distances.Manhattan(x, y));
        Assert.Equal(1 - (16 / Math.Sqrt(5 * 52)), Distances.Cosine(x, y), 12);
        Assert.Equal(1, Distances.Cosine([0, 0], y));
        Assert.Equal(2, Distances.Cosine([1, 0], [-3, 0]), 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(21)]
    public void Long_points_agree_with_the_plain_sum(int dimension)
    {
        var random = new RandomSource(dimension);
        double[] x = [.. Enumerable.Range(0, dimension).Select(_ => random.NextGaussian())];
        double[] y = [.. Enumerable.Range(0, dimension).Select(_ => random.NextGaussian())];
        double expected = x.Zip(y, (a, b) => (a - b) * (a - b)).Sum();
        Assert.Equal(expected, Distances.SquaredEuclidean(x, y), 12);
    }

    [Fact]
    public void Different_dimensions_are_refused() =>
        Assert.Throws<ArgumentException>(() => Distances.Euclidean([1, 2], [1]));
}
