using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Clustering;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class SilhouetteTests
{
    [Fact]
    public void Hand_worked_line()
    {
        double[] samples = Silhouette.Samples(Matrix.FromColumns([[0, 1, 5, 9]]), [0, 0, 1, 2]);
        Assert.Equal([0.8, 0.75, 0, 0], samples);
        SilhouetteScore score = Silhouette.Score(Matrix.FromColumns([[0, 1, 5, 9]]), [0, 0, 1, 2]);
        Assert.Equal(1.55 / 4, score.Mean, 12);
        Assert.Equal([0.775, 0, 0], score.ClusterMeans);
        Assert.True(score.IsExact);
        Assert.Equal((0, 4), (score.Margin, score.EvaluatedPoints));
    }

    [Fact]
    public void Equals_the_plain_definition_and_stays_in_range() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, int[] labels) = Random(seed, seed % 2 == 0);
            double[] samples = Silhouette.Samples(points, labels);
            double[] expected = BruteForce(points, labels);
            for (int point = 0; point < labels.Length; point++)
            {
                if (labels[point] < 0 ? !double.IsNaN(samples[point]) : Math.Abs(samples[point] - expected[point]) > 1e-10 || samples[point] is < -1 or > 1)
                {
                    return false;
                }
            }

            return Math.Abs(Silhouette.Score(points, labels).Mean - expected.Where((_, point) => labels[point] >= 0).Average()) < 1e-10;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_groupings_at_once_give_the_same_as_one_by_one()
    {
        Matrix points = PointClouds.Uniform(1, 333, 5);
        int[][] labelings = [.. Enumerable.Range(2, 6).Select(k => Enumerable.Range(0, 333).Select(point => point % k).ToArray())];
        IReadOnlyList<SilhouetteScore> together = Silhouette.ScoreMany(points, labelings);
        for (int i = 0; i < labelings.Length; i++)
        {
            Assert.Equal(Silhouette.Score(points, labelings[i], new SilhouetteOptions { DegreeOfParallelism = 1 }).Mean, together[i].Mean);
        }

        Assert.Empty(Silhouette.ScoreMany(points, []));
    }

    [Fact]
    public void A_sampled_figure_covers_the_exact_one()
    {
        Matrix points = PointClouds.Uniform(2, 6000, 2);
        int[] labels = [.. Enumerable.Range(0, 6000).Select(row => points[row, 0] < 0.2 ? 0 : points[row, 1] < 0.5 ? 1 : 2)];
        SilhouetteScore exact = Silhouette.Score(points, labels);
        int covered = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            SilhouetteScore sampled = Silhouette.Score(points, labels, new SilhouetteOptions { ExactLimit = 1000, SampleSize = 1500, Seed = seed });
            Assert.False(sampled.IsExact);
            Assert.InRange(sampled.EvaluatedPoints, 1498, 1502);
            Assert.InRange(sampled.Margin, 0.001, 0.03);
            covered += Math.Abs(sampled.Mean - exact.Mean) <= sampled.Margin ? 1 : 0;
        }

        Assert.InRange(covered, 36, 40);
    }

    [Fact]
    public void A_sample_copes_with_a_cluster_of_a_few_points()
    {
        Matrix points = PointClouds.Groups(3, 2, 2000, 3);
        int[] labels = [.. Enumerable.Repeat(0, 2000), .. Enumerable.Repeat(1, 3)];
        SilhouetteScore sampled = Silhouette.Score(points, labels, new SilhouetteOptions { ExactLimit = 0, SampleSize = 200 });
        Assert.Equal(Silhouette.Score(points, labels).Mean, sampled.Mean, 0.03);
        Assert.True(sampled.Margin > 0);
    }

    [Fact]
    public void Beyond_fifty_thousand_points_each_cluster_is_sampled_by_its_size()
    {
        // 45,000 and 5,000 points of 50,001 in a sample of 1,000; the cluster of one is taken whole, noise not at all.
        Matrix points = PointClouds.Groups(4, 2, 45_000, 5_000, 1);
        int[] labels = [.. Enumerable.Repeat(0, 45_000), .. Enumerable.Repeat(1, 5_000), 2];
        SilhouetteScore sampled = Silhouette.Score(points, labels, new SilhouetteOptions { SampleSize = 1_000 });
        Assert.False(sampled.IsExact);
        Assert.Equal(900 + 100 + 1, sampled.EvaluatedPoints);
        Assert.InRange(sampled.Margin, 1e-5, 0.05);
        Assert.Equal(0, sampled.ClusterMeans[2]);

        // The same shapes with a tenth of the points, all of them evaluated.
        Matrix fewer = PointClouds.Groups(5, 2, 4_500, 500);
        SilhouetteScore exact = Silhouette.Score(fewer, labels[..4_500].Concat(labels[45_000..45_500]).ToArray());
        Assert.InRange(sampled.Mean, exact.Mean - sampled.Margin - 0.01, exact.Mean + sampled.Margin + 0.01);
        SilhouetteScore again = Silhouette.Score(points, labels, new SilhouetteOptions { SampleSize = 1_000, DegreeOfParallelism = 1 });
        Assert.Equal((sampled.Mean, sampled.Margin), (again.Mean, again.Margin));
    }

    [Fact]
    public void Noise_is_left_out()
    {
        SilhouetteScore score = Silhouette.Score(Matrix.FromColumns([[0, 1, 5, 9, 700]]), [0, 0, 1, 2, -1]);
        Assert.Equal(1.55 / 4, score.Mean, 12);
        Assert.Equal(4, score.EvaluatedPoints);
    }

    [Fact]
    public void Unusable_labels_are_refused()
    {
        Matrix points = Matrix.FromColumns([[0, 1, 2]]);
        Assert.Throws<ArgumentException>(() => Silhouette.Score(points, [0, 1]));
        Assert.Throws<ArgumentException>(() => Silhouette.Score(points, [0, 0, 0]));
        Assert.Throws<ArgumentException>(() => Silhouette.Score(points, [-1, -1, -1]));
        Assert.Throws<ArgumentException>(() => Silhouette.Score(points, [0, 1, -2]));
        Assert.Throws<ArgumentException>(() => Silhouette.Score(Matrix.FromColumns([[0, 1, double.NaN]]), [0, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Silhouette.Score(points, [0, 1, 1], new SilhouetteOptions { SampleSize = 5 }));
    }

    private static (Matrix Points, int[] Labels) Random(int seed, bool withNoise)
    {
        var random = new RandomSource(seed);
        int count = 2 + random.NextInt(60);
        var points = new Matrix(count, 1 + random.NextInt(6));
        for (int i = 0; i < points.Values.Length; i++)
        {
            points.Values[i] = seed % 3 == 0 ? random.NextInt(3) : random.NextGaussian();
        }

        int clusters = 2 + random.NextInt(6);
        var labels = new int[count];
        for (int point = 2; point < count; point++)
        {
            labels[point] = random.NextInt(clusters + 1) - 1;
            labels[point] = withNoise ? labels[point] : Math.Max(0, labels[point]);
        }

        labels[1] = 1;
        return (points, labels);
    }

    private static double[] BruteForce(Matrix points, int[] labels)
    {
        var result = new double[labels.Length];
        for (int point = 0; point < labels.Length; point++)
        {
            double Mean(int cluster)
            {
                int[] others = [.. Enumerable.Range(0, labels.Length).Where(other => other != point && labels[other] == cluster)];
                return others.Length == 0 ? double.NaN : others.Average(other => Distances.Euclidean(points.Row(point), points.Row(other)));
            }

            double within = Mean(labels[point]);
            double nearest = labels.Distinct().Where(label => label >= 0 && label != labels[point]).Select(Mean).DefaultIfEmpty(0).Min();
            double larger = Math.Max(within, nearest);
            result[point] = double.IsNaN(within) || larger == 0 ? 0 : (nearest - within) / larger;
        }

        return result;
    }
}
