using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

/// <summary>What every clusterer owes, whatever its method. A new one adds a line to the table.</summary>
public class ClustererContractTests
{
    private static readonly Dictionary<string, Func<int?, IClusterer>> Makers = new()
    {
        ["K-Means"] = threads => new KMeansClusterer(new KMeansOptions { ClusterCount = 3, DegreeOfParallelism = threads }),
        ["K-Means, one start"] = threads => new KMeansClusterer(new KMeansOptions { ClusterCount = 3, Starts = 1, DegreeOfParallelism = threads }),
        ["Mini-batch K-Means"] = threads => new MiniBatchKMeansClusterer(new MiniBatchKMeansOptions { ClusterCount = 3, DegreeOfParallelism = threads }),
        ["Mini-batch K-Means, small batches"] = threads => new MiniBatchKMeansClusterer(new MiniBatchKMeansOptions { ClusterCount = 3, BatchSize = 20, DegreeOfParallelism = threads }),
        ["Mixture, full"] = threads => Mixture(CovarianceKind.Full, threads),
        ["Mixture, tied"] = threads => Mixture(CovarianceKind.Tied, threads),
        ["Mixture, diagonal"] = threads => Mixture(CovarianceKind.Diagonal, threads),
        ["Mixture, spherical"] = threads => Mixture(CovarianceKind.Spherical, threads),
        ["Ward"] = threads => Tree(new AgglomerativeOptions { DegreeOfParallelism = threads }),
        ["Ward over centres"] = threads => Tree(new AgglomerativeOptions { PreclusterAbove = 60, PreclusterCentres = 60, DegreeOfParallelism = threads }),
        ["Complete linkage"] = threads => Tree(new AgglomerativeOptions { Linkage = Linkage.Complete, DegreeOfParallelism = threads }),
        ["Average linkage"] = threads => Tree(new AgglomerativeOptions { Linkage = Linkage.Average, DegreeOfParallelism = threads }),
        ["Single linkage"] = threads => Tree(new AgglomerativeOptions { Linkage = Linkage.Single, DegreeOfParallelism = threads }),
        ["DBSCAN"] = threads => new DbscanClusterer(Neighbourhood(1) with { DegreeOfParallelism = threads }),
        ["K-Medoids"] = threads => new KMedoidsClusterer(new KMedoidsOptions { ClusterCount = 3, DegreeOfParallelism = threads }),
        ["HDBSCAN"] = threads => new HdbscanClusterer(new HdbscanOptions { MinClusterSize = 15, MinSamples = 5, DegreeOfParallelism = threads }),
    };

    /// <summary>Those with an option in the units of the points, for points whose units are smaller by a factor.</summary>
    private static readonly Dictionary<string, Func<double, IClusterer>> MakersInOtherUnits = new()
    {
        ["DBSCAN"] = factor => new DbscanClusterer(Neighbourhood(factor)),
    };

    /// <summary>Those that many points would keep busy for too long.</summary>
    private static readonly string[] ComparesAllPairs = ["K-Medoids"];

    public static TheoryData<string> Clusterers => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Finds_groups_that_are_far_apart(string name)
    {
        Matrix points = PointClouds.Groups(1, 3, 40, 25, 60);
        IClusterModel model = Create(name).Fit(points);
        int[] truth = [.. Enumerable.Repeat(1, 40), .. Enumerable.Repeat(2, 25), .. Enumerable.Repeat(0, 60)];
        Assert.Equal(truth, model.Labels);
        Assert.Equal([60, 40, 25], model.Sizes);
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Labels_are_in_range_and_agree_with_the_sizes(string name)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            IClusterModel model = Create(name).Fit(PointClouds.Uniform(seed, 30 + seed, 2));
            Assert.All(model.Labels, label => Assert.InRange(label, -1, model.Sizes.Length - 1));
            for (int cluster = 0; cluster < model.Sizes.Length; cluster++)
            {
                Assert.Equal(model.Labels.Count(label => label == cluster), model.Sizes[cluster]);
            }

            Assert.Equal(model.Sizes.OrderDescending(), model.Sizes);
        }
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Order_of_the_points_does_not_matter_where_groups_are_clear(string name)
    {
        Matrix points = PointClouds.Groups(2, 2, 30, 50, 20);
        int[] order = [.. Enumerable.Range(0, points.Rows)];
        new RandomSource(3).Shuffle<int>(order);
        int[] straight = Create(name).Fit(points).Labels;
        int[] shuffled = Create(name).Fit(points.SelectRows(order)).Labels;
        Assert.Equal(order.Select(point => straight[point]), shuffled);
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Duplicate_points_get_the_same_label(string name)
    {
        Matrix points = PointClouds.Uniform(4, 40, 2);
        int[] twice = [.. Enumerable.Range(0, 40), .. Enumerable.Range(0, 40)];
        int[] labels = Create(name).Fit(points.SelectRows(twice)).Labels;
        Assert.Equal(labels[..40], labels[40..]);
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void One_and_two_threads_and_a_second_run_give_the_same(string name)
    {
        Matrix points = PointClouds.Uniform(5, ComparesAllPairs.Contains(name) ? 1_000 : 9_000, 3);
        IClusterModel one = Create(name, 1).Fit(points);
        IClusterModel two = Create(name, 2).Fit(points);
        IClusterModel again = Create(name, 2).Fit(points);
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(two.Labels, again.Labels);
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Predicting_the_fitted_points_gives_their_labels(string name)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            Matrix points = PointClouds.Uniform(seed, 100, 3);
            if (Create(name).Fit(points) is IPredictingClusterModel model)
            {
                Assert.Equal(model.Labels, model.Predict(points));
                Assert.Empty(model.Predict(new Matrix(0, 3)));
                Assert.Throws<ArgumentException>(() => model.Predict(new Matrix(1, 2)));
                Assert.Throws<ArgumentException>(() => model.Predict(new Matrix(1, 3, [0, double.NaN, 0])));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Missing_and_infinite_values_are_refused(string name)
    {
        Matrix points = PointClouds.Uniform(6, 50, 2);
        points[7, 1] = double.NaN;
        Assert.Contains("row 8", Assert.Throws<ArgumentException>(() => Create(name).Fit(points)).Message, StringComparison.Ordinal);
        points[7, 1] = double.PositiveInfinity;
        Assert.Throws<ArgumentException>(() => Create(name).Fit(points));
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void A_cancelled_token_stops_it(string name)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Create(name).Fit(PointClouds.Uniform(7, 1000, 2), null, source.Token));
    }

    [Theory]
    [MemberData(nameof(Clusterers))]
    public void Scaling_all_columns_alike_changes_nothing(string name)
    {
        Matrix points = PointClouds.Groups(8, 2, 33, 44, 55);
        Matrix moved = new(points.Rows, points.Columns, [.. points.Values.Select(value => (value * 8) + 1000)]);
        IClusterer other = MakersInOtherUnits.TryGetValue(name, out Func<double, IClusterer>? make) ? make(8) : Create(name);
        Assert.Equal(1, AdjustedRandIndex.Score(Create(name).Fit(points).Labels, other.Fit(moved).Labels));
    }

    private static DbscanOptions Neighbourhood(double factor) => new() { Epsilon = 3 * factor, MinPoints = 4 };

    private static GaussianMixtureClusterer Mixture(CovarianceKind covariance, int? threads) =>
        new(new GaussianMixtureOptions { Components = 3, Covariance = covariance, Starts = 2, DegreeOfParallelism = threads });

    private static AgglomerativeClusterer Tree(AgglomerativeOptions options) => new(options, clusterCount: 3);

    private static IClusterer Create(string name, int? threads = null) => Makers[name](threads);
}
