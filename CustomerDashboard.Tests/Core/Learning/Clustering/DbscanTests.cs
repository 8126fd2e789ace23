using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class DbscanTests
{
    [Fact]
    public void Hand_worked_line()
    {
        // 0..3 hang together, 3.9 only touches the end of them, 10 and 11 are too few, 20 is alone.
        Matrix points = Matrix.FromColumns([[20, 0, 1, 2, 3, 3.9, 10, 11]]);
        DbscanModel model = Dbscan.Fit(points, new DbscanOptions { Epsilon = 1, MinPoints = 3 });
        Assert.Equal([-1, 0, 0, 0, 0, 0, -1, -1], model.Labels);
        Assert.Equal([2, 3, 4], model.CorePoints);
        Assert.Equal([5], model.Sizes);
        Assert.Equal(3, model.NoiseCount);

        // 3.5 is near the core point 3, 4.5 only near a point that is no core point.
        Assert.Equal([0, -1, -1, 0], model.Predict(Matrix.FromColumns([[3.5, 4.5, 10.5, 0.5]])));
    }

    [Fact]
    public void Equals_the_plain_definition() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, DbscanOptions options) = Random(seed);
            DbscanModel model = Dbscan.Fit(points, options);
            int[] expected = PlainLabels(points, options, out int[] core);
            return model.CorePoints.SequenceEqual(core)
                && expected.Select(label => label < 0).SequenceEqual(model.Labels.Select(label => label < 0))
                && (points.Rows == 0 || AdjustedRandIndex.Score(expected, model.Labels) == 1)
                && model.Predict(points).SequenceEqual(model.Labels)
                && model.Sizes.SequenceEqual(model.Sizes.OrderDescending());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_the_points_never_matters() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, DbscanOptions options) = Random(seed);
            int[] order = [.. Enumerable.Range(0, points.Rows)];
            new RandomSource(seed).Shuffle<int>(order);
            int[] straight = Dbscan.Fit(points, options).Labels;
            return Dbscan.Fit(points.SelectRows(order), options).Labels.SequenceEqual(order.Select(row => straight[row]));
        }).QuickCheckThrowOnFailure();

    // Clusters, noise and core points of scikit-learn 1.2.1 on the same points.
    [Theory]
    [InlineData(0.3, 6, 445, 3557)]
    [InlineData(0.5, 2, 79, 4155)]
    public void Real_customers_are_grouped_as_by_the_peers(double epsilon, int clusters, int noise, int core)
    {
        DbscanModel model = Dbscan.Fit(CustomerFeatures.ScaledRfm(), new DbscanOptions { Epsilon = epsilon, MinPoints = 10 });
        Assert.Equal((clusters, noise, core), (model.Sizes.Length, model.NoiseCount, model.CorePoints.Length));
    }

    [Fact]
    public void Many_points_do_not_depend_on_the_threads()
    {
        Matrix points = PointClouds.Uniform(3, 30_000, 2);
        var options = new DbscanOptions { Epsilon = 0.006, MinPoints = 5 };
        DbscanModel one = Dbscan.Fit(points, options with { DegreeOfParallelism = 1 });
        DbscanModel two = Dbscan.Fit(points, options with { DegreeOfParallelism = 2 });
        Assert.InRange(one.Sizes.Length, 50, 5_000);
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Labels, two.Predict(points));
    }

    [Fact]
    public void All_noise_one_place_and_no_points_are_results_and_not_failures()
    {
        DbscanModel noise = Dbscan.Fit(PointClouds.Uniform(1, 100, 3), new DbscanOptions { Epsilon = 1e-6, MinPoints = 2 });
        Assert.Equal((100, 0, 0), (noise.NoiseCount, noise.Sizes.Length, noise.CorePoints.Length));
        Assert.All(noise.Predict(PointClouds.Uniform(2, 10, 3)), label => Assert.Equal(-1, label));
        DbscanModel onePlace = Dbscan.Fit(new Matrix(40, 2), new DbscanOptions { Epsilon = 1e-300, MinPoints = 40 });
        Assert.Equal([40], onePlace.Sizes);
        Assert.Empty(Dbscan.Fit(new Matrix(0, 2), new DbscanOptions()).Labels);
    }

    [Fact]
    public void Options_are_checked_in_words()
    {
        Matrix points = PointClouds.Uniform(1, 10, 2);
        foreach (double epsilon in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Contains("greater than 0", Assert.Throws<ArgumentOutOfRangeException>(() => Dbscan.Fit(points, new DbscanOptions { Epsilon = epsilon })).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Dbscan.Fit(points, new DbscanOptions { MinPoints = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dbscan.Fit(points, new DbscanOptions { DegreeOfParallelism = 0 }));
        Assert.Throws<ArgumentException>(() => Dbscan.Fit(new Matrix(3, 0), new DbscanOptions()));
    }

    private static (Matrix Points, DbscanOptions Options) Random(int seed)
    {
        var random = new RandomSource(seed);
        var points = new Matrix(random.NextInt(150), 1 + random.NextInt(5));
        for (int i = 0; i < points.Values.Length; i++)
        {
            // A grid makes many distances equal, to epsilon too.
            points.Values[i] = seed % 2 == 0 ? random.NextInt(6) : random.NextGaussian() * 3;
        }

        return (points, new DbscanOptions { Epsilon = seed % 4 < 2 ? 1 + random.NextInt(2) : 0.5 + random.NextDouble(), MinPoints = 1 + random.NextInt(6) });
    }

    private static int[] PlainLabels(Matrix points, DbscanOptions options, out int[] core)
    {
        double Distance(int a, int b) => Enumerable.Range(0, points.Columns).Aggregate(0.0, (sum, column) => sum + ((points[a, column] - points[b, column]) * (points[a, column] - points[b, column])));
        double radius = options.Epsilon * options.Epsilon;
        int[] rows = [.. Enumerable.Range(0, points.Rows)];
        core = [.. rows.Where(row => rows.Count(other => Distance(row, other) <= radius) >= options.MinPoints)];
        int[] labels = [.. rows.Select(_ => -1)];
        int clusters = 0;
        foreach (int seed in core)
        {
            if (labels[seed] >= 0)
            {
                continue;
            }

            var open = new Stack<int>([seed]);
            labels[seed] = clusters;
            while (open.TryPop(out int next))
            {
                foreach (int other in core)
                {
                    if (labels[other] < 0 && Distance(next, other) <= radius)
                    {
                        labels[other] = clusters;
                        open.Push(other);
                    }
                }
            }

            clusters++;
        }

        int[] cores = core;
        foreach (int row in rows.Except(core))
        {
            int[] near = [.. cores.Where(other => Distance(row, other) <= radius)
                .OrderBy(other => Distance(row, other))
                .ThenBy(other => other, Comparer<int>.Create((a, b) => points.Row(a).SequenceCompareTo(points.Row(b))))];
            labels[row] = near.Length == 0 ? -1 : labels[near[0]];
        }

        return labels;
    }
}
