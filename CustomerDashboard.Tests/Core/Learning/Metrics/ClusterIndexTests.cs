using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Clustering;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class ClusterIndexTests
{
    // Centroids 1 and 7, overall mean 4: between 4 x 9, within 4 x 1.
    private static readonly Matrix Line = Matrix.FromColumns([[0, 2, 6, 8]]);

    [Fact]
    public void Hand_worked_indices()
    {
        Assert.Equal(36.0 / 4 * 2, CalinskiHarabasz.Score(Line, [0, 0, 1, 1]), 12);
        Assert.Equal((1.0 + 1) / 6, DaviesBouldin.Score(Line, [0, 0, 1, 1]), 12);
    }

    [Fact]
    public void Noise_and_unused_labels_do_not_count()
    {
        Matrix withNoise = Matrix.FromColumns([[0, 2, 99, 6, 8]]);
        Assert.Equal(18, CalinskiHarabasz.Score(withNoise, [0, 0, -1, 3, 3]), 12);
        Assert.Equal(1.0 / 3, DaviesBouldin.Score(withNoise, [0, 0, -1, 3, 3]), 12);
    }

    [Fact]
    public void Clusters_without_spread_give_finite_figures()
    {
        Assert.Equal(1, CalinskiHarabasz.Score(Matrix.FromColumns([[1, 1, 2, 2]]), [0, 0, 1, 1]));
        Assert.Equal(0, DaviesBouldin.Score(Matrix.FromColumns([[1, 1, 2, 2]]), [0, 0, 1, 1]));
        Assert.Equal(0, DaviesBouldin.Score(Matrix.FromColumns([[0, 2, 0, 2]]), [0, 0, 1, 1]));
    }

    [Fact]
    public void Unusable_labels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CalinskiHarabasz.Score(Line, [0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => DaviesBouldin.Score(Line, [0, 1]));
    }

    [Fact]
    public void Adjusted_rand_index_of_known_tables()
    {
        Assert.Equal(1, AdjustedRandIndex.Score([0, 0, 1, 1], [5, 5, -1, -1]));
        Assert.Equal(-0.5, AdjustedRandIndex.Score([0, 0, 1, 1], [0, 1, 0, 1]), 12);

        // Pairs together in both 2, in each alone 4, of 10: expected 1.6, so (2 - 1.6) / (4 - 1.6).
        Assert.Equal(1.0 / 6, AdjustedRandIndex.Score([0, 0, 0, 1, 1], [0, 0, 1, 1, 1]), 12);
        Assert.Equal(1, AdjustedRandIndex.Score([1, 1, 1], [2, 2, 2]));
        Assert.Equal(1, AdjustedRandIndex.Score([1, 2, 3], [3, 2, 1]));
        Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Score([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Score([], []));
    }

    [Fact]
    public void Adjusted_rand_index_is_symmetric_and_at_most_one() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int count = 1 + random.NextInt(50);
            int[] first = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(5))];
            int[] second = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(3))];
            double score = AdjustedRandIndex.Score(first, second);
            return score == AdjustedRandIndex.Score(second, first) && score <= 1 && AdjustedRandIndex.Score(first, first) == 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unrelated_groupings_score_about_zero()
    {
        var random = new RandomSource(9);
        int[] first = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextInt(6))];
        int[] second = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextInt(4))];
        Assert.Equal(0, AdjustedRandIndex.Score(first, second), 0.002);
    }

    [Fact]
    public void Calinski_Harabasz_is_the_variance_ratio()
    {
        Matrix points = PointClouds.Groups(1, 2, 20, 30);
        int[] labels = [.. Enumerable.Repeat(0, 20), .. Enumerable.Repeat(1, 30)];
        double total = 0, within = 0;
        for (int column = 0; column < 2; column++)
        {
            double[] values = points.Column(column);
            total += values.Sum(value => Math.Pow(value - values.Average(), 2));
            within += values[..20].Sum(value => Math.Pow(value - values[..20].Average(), 2));
            within += values[20..].Sum(value => Math.Pow(value - values[20..].Average(), 2));
        }

        Assert.Equal((total - within) / (within / 48), CalinskiHarabasz.Score(points, labels), 6);
    }
}
