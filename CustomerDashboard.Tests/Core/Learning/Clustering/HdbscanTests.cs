using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class HdbscanTests
{
    [Fact]
    public void Hand_worked_line()
    {
        // Two groups of three at steps of 1 and of 2, six apart, and a point 20 away. Core distances are those to the nearest.
        Matrix points = Matrix.FromColumns([[0, 1, 2, 8, 10, 12, 32]]);
        HdbscanModel model = Hdbscan.Fit(points, new HdbscanOptions { MinClusterSize = 3, MinSamples = 1 });
        Assert.Equal([0, 0, 0, 1, 1, 1, -1], model.Labels);
        Assert.Equal([3, 3], model.Sizes);

        // The root loses 32 at distance 20 and splits at 6; the groups fall apart at 1 and at 2.
        Assert.Equal(3, model.Tree.Count);
        Assert.Equal((1.0 / 20) + (6 * (1.0 / 6)), model.Tree[0].Stability, 12);
        Assert.Equal(3 * (1 - (1.0 / 6)), model.Stabilities[0], 12);
        Assert.Equal(3 * (0.5 - (1.0 / 6)), model.Stabilities[1], 12);
        Assert.Equal([1, 1, 1, 1, 1, 1, 0], model.Probabilities);
        Assert.Equal(1 - (1.0 / 20), model.OutlierScores[6], 12);

        // 2.5 is 0.5 from the first group; 6.5 reaches its cluster at 1.5; 20 only joins where all are one.
        (int[] labels, double[] probabilities) = model.PredictMembership(Matrix.FromColumns([[2.5, 6.5, 20]]));
        Assert.Equal([0, 1, -1], labels);
        Assert.Equal([1, 1, 0], probabilities);
    }

    [Fact]
    public void Equals_the_plain_definition() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, HdbscanOptions options) = Random(seed);
            HdbscanModel model = Hdbscan.Fit(points, options);
            var plain = new PlainHdbscan(points, options);
            return points.Rows == 0
                || (plain.Labels.Select(label => label < 0).SequenceEqual(model.Labels.Select(label => label < 0))
                    && AdjustedRandIndex.Score(plain.Labels, model.Labels) == 1
                    && Near(plain.Stabilities.Order(), model.Stabilities.Order())
                    && Near(plain.Probabilities, model.Probabilities)
                    && model.Predict(points).SequenceEqual(model.Labels));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_the_points_never_matters() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, HdbscanOptions options) = Random(seed);
            int[] order = [.. Enumerable.Range(0, points.Rows)];
            new RandomSource(seed).Shuffle<int>(order);
            HdbscanModel straight = Hdbscan.Fit(points, options);
            HdbscanModel shuffled = Hdbscan.Fit(points.SelectRows(order), options);
            return shuffled.Labels.SequenceEqual(order.Select(row => straight.Labels[row]))
                && shuffled.Probabilities.SequenceEqual(order.Select(row => straight.Probabilities[row]))
                && shuffled.OutlierScores.SequenceEqual(order.Select(row => straight.OutlierScores[row]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Real_customers_are_grouped_as_by_the_peers()
    {
        HdbscanModel model = Hdbscan.Fit(CustomerFeatures.ScaledRfm(), new HdbscanOptions { MinClusterSize = 50, MinSamples = 10 });
        Assert.Equal(5, model.Sizes.Length);
        Assert.InRange(model.NoiseCount, 904, 906);
        Assert.Equal(model.Tree.Count(cluster => cluster.Label >= 0), model.Sizes.Length);
    }

    [Fact]
    public void Many_points_do_not_depend_on_the_threads()
    {
        Matrix points = PointClouds.Uniform(3, 20_000, 3);
        var options = new HdbscanOptions { MinClusterSize = 20, MinSamples = 5 };
        HdbscanModel one = Hdbscan.Fit(points, options with { DegreeOfParallelism = 1 });
        HdbscanModel two = Hdbscan.Fit(points, options with { DegreeOfParallelism = 2 });
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Probabilities, two.Probabilities);
        Assert.Equal(one.Stabilities, two.Stabilities);
    }

    [Fact]
    public void Groups_of_different_density_are_found_together()
    {
        Matrix dense = PointClouds.Uniform(1, 200, 2);
        Matrix loose = PointClouds.Uniform(2, 200, 2);
        var points = new Matrix(400, 2, [.. dense.Values, .. loose.Values.Select(value => (value * 20) + 30)]);
        HdbscanModel model = Hdbscan.Fit(points, new HdbscanOptions { MinClusterSize = 60, MinSamples = 10 });
        Assert.Equal(2, model.Sizes.Length);
        Assert.Single(model.Labels[..200].Where(label => label >= 0).Distinct());
        Assert.Single(model.Labels[200..].Where(label => label >= 0).Distinct());
    }

    [Fact]
    public void Few_points_one_place_and_no_structure_are_results_and_not_failures()
    {
        Assert.Equal(10, Hdbscan.Fit(PointClouds.Uniform(1, 10, 2), new HdbscanOptions()).NoiseCount);
        Assert.Empty(Hdbscan.Fit(new Matrix(0, 2), new HdbscanOptions()).Labels);
        Assert.Equal([-1], Hdbscan.Fit(new Matrix(0, 2), new HdbscanOptions()).Predict(new Matrix(1, 2)));
        var same = new Matrix(100, 2);
        Assert.Empty(Hdbscan.Fit(same, new HdbscanOptions()).Sizes);
        Assert.Equal([100], Hdbscan.Fit(same, new HdbscanOptions { AllowSingleCluster = true }).Sizes);

        // Two places with many identical points each, and one group around a third.
        Matrix group = PointClouds.Groups(1, 2, 100);
        var points = new Matrix(300, 2, [.. Enumerable.Repeat(-50.0, 200), .. Enumerable.Repeat(-90.0, 200), .. group.Values]);
        HdbscanModel model = Hdbscan.Fit(points, new HdbscanOptions());
        Assert.Equal(3, model.Sizes.Length);
        Assert.All(model.Stabilities, stability => Assert.True(double.IsFinite(stability)));
        Assert.All(model.Probabilities, probability => Assert.InRange(probability, 0, 1));
    }

    [Fact]
    public void Leaves_are_finer_than_the_most_stable_clusters()
    {
        Matrix points = CustomerFeatures.ScaledRfm();
        HdbscanModel leaves = Hdbscan.Fit(points, new HdbscanOptions { Selection = HdbscanSelection.Leaves });
        Assert.True(leaves.Sizes.Length > 5);
        Assert.All(leaves.Tree.Select((cluster, i) => (cluster, i)), entry => Assert.Equal(entry.cluster.Label >= 0, leaves.Tree.All(other => other.Parent != entry.i)));
    }

    [Fact]
    public void Options_are_checked_in_words()
    {
        Matrix points = PointClouds.Uniform(1, 10, 2);
        Assert.Contains("at least 2", Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(points, new HdbscanOptions { MinClusterSize = 1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(points, new HdbscanOptions { MinSamples = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(points, new HdbscanOptions { Selection = (HdbscanSelection)9 }));
        Assert.Throws<ArgumentException>(() => Hdbscan.Fit(new Matrix(60, 1, [1e200, .. new double[59]]), new HdbscanOptions()));
    }

    private static bool Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Max(1, Math.Abs(pair.First)));

    private static (Matrix Points, HdbscanOptions Options) Random(int seed)
    {
        var random = new RandomSource(seed);
        var points = new Matrix(random.NextInt(40), 1 + random.NextInt(4));
        for (int i = 0; i < points.Values.Length; i++)
        {
            // A grid makes many distances equal and many points identical.
            points.Values[i] = seed % 2 == 0 ? random.NextInt(5) : random.NextGaussian() + (4 * random.NextInt(2));
        }

        return (points, new HdbscanOptions
        {
            MinClusterSize = 2 + random.NextInt(8),
            MinSamples = random.NextInt(4) == 0 ? null : 1 + random.NextInt(6),
            AllowSingleCluster = random.NextInt(3) == 0,
            Selection = (HdbscanSelection)random.NextInt(2),
        });
    }
}
