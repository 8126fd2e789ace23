using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Clustering;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class ClusterStabilityTests
{
    [Fact]
    public void Clear_groups_are_recovered_every_time()
    {
        Matrix points = PointClouds.Groups(1, 2, 60, 50, 40);
        ClusterStabilityResult result = Judge(points, 3);
        Assert.Equal([60, 50, 40], result.Clusters.Select(cluster => cluster.Size));
        Assert.All(result.Clusters, cluster =>
        {
            Assert.Equal(1, cluster.MeanJaccard);
            Assert.Equal((0, 20), (cluster.Dissolved, cluster.Recovered));
            Assert.Equal(StabilityVerdict.HighlyStable, cluster.Verdict);
        });
        Assert.Equal((1, 20, 0), (result.MeanAdjustedRand, result.Resamples, result.Failed));
    }

    [Fact]
    public void A_group_cut_in_two_is_less_stable_than_one_that_is_whole()
    {
        // Two groups of which k = 3 has to cut the wide one somewhere.
        Matrix wide = PointClouds.Uniform(1, 200, 2);
        Matrix tight = PointClouds.Uniform(2, 200, 2);
        var points = new Matrix(400, 2, [.. wide.Values.Select(value => value * 4), .. tight.Values.Select(value => 30 + value)]);
        ClusterStabilityResult result = Judge(points, 3);
        Assert.Equal(1, result.Clusters[0].MeanJaccard);
        Assert.All(result.Clusters.Skip(1), cluster => Assert.InRange(cluster.MeanJaccard, 0.3, 0.9));
        Assert.All(result.Clusters.Skip(1), cluster => Assert.True(cluster.Recovered < 20));
        Assert.InRange(result.MeanAdjustedRand, 0.5, 0.95);
        Assert.All(result.Clusters, cluster =>
        {
            Assert.Equal(cluster.Similarities.Average(), cluster.MeanJaccard, 12);
            Assert.Equal(cluster.Similarities.Count(value => value < 0.5), cluster.Dissolved);
            Assert.Equal(cluster.Similarities.Count(value => value > 0.75), cluster.Recovered);
        });
    }

    [Fact]
    public void Resamples_have_each_point_once_and_about_63_percent_of_them()
    {
        Matrix points = PointClouds.Uniform(1, 1000, 2);
        var sizes = new List<int>();
        ClusterStability.Bootstrap(
            points,
            new int[1000],
            (matrix, token) =>
            {
                Assert.Equal(matrix.Rows, Enumerable.Range(0, matrix.Rows).Select(row => (matrix[row, 0], matrix[row, 1])).Distinct().Count());
                sizes.Add(matrix.Rows);
                return new Constant(matrix.Rows);
            },
            new ClusterStabilityOptions { Resamples = 30, DegreeOfParallelism = 1 });
        Assert.Equal(632, sizes.Average(), 8.0);
        Assert.True(sizes.Distinct().Count() > 5);
    }

    [Fact]
    public void Models_that_cannot_predict_are_compared_on_common_points()
    {
        Matrix points = PointClouds.Groups(3, 2, 50, 50);
        KMeansModel model = KMeans.Fit(points, new KMeansOptions { ClusterCount = 2 });
        ClusterStabilityResult result = ClusterStability.Bootstrap(
            points, model.Labels, (matrix, token) => new Labelled(KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 2 }, null, token)));
        Assert.Equal(1, result.MeanAdjustedRand);
        Assert.All(result.Clusters, cluster => Assert.Equal(1, cluster.MeanJaccard));
    }

    [Fact]
    public void Resamples_that_cannot_be_clustered_count_as_dissolved()
    {
        // Of three different points, one of them rare, a resample often has only two.
        var points = new Matrix(21, 1, [.. Enumerable.Repeat(0.0, 10), .. Enumerable.Repeat(1.0, 10), 5]);
        ClusterStabilityResult result = Judge(points, 3);
        Assert.InRange(result.Failed, 2, 15);
        Assert.All(result.Clusters, cluster => Assert.Equal(result.Failed, cluster.Dissolved));
    }

    [Fact]
    public void Noise_is_no_cluster_and_threads_do_not_matter()
    {
        Matrix points = PointClouds.Uniform(9, 500, 2);
        var options = new DbscanOptions { Epsilon = 0.05, MinPoints = 5 };
        DbscanModel model = Dbscan.Fit(points, options);
        Assert.InRange(model.NoiseCount, 10, 400);
        ClusterStabilityResult one = ClusterStability.Bootstrap(points, model.Labels, (matrix, token) => Dbscan.Fit(matrix, options, null, token), new ClusterStabilityOptions { DegreeOfParallelism = 1 });
        ClusterStabilityResult two = ClusterStability.Bootstrap(points, model.Labels, (matrix, token) => Dbscan.Fit(matrix, options, null, token), new ClusterStabilityOptions { DegreeOfParallelism = 2 });
        Assert.Equal(model.Sizes, one.Clusters.Select(cluster => cluster.Size));
        Assert.Equal(one.Clusters.SelectMany(cluster => cluster.Similarities), two.Clusters.SelectMany(cluster => cluster.Similarities));
        Assert.Equal(one.MeanAdjustedRand, two.MeanAdjustedRand);
    }

    [Fact]
    public void Unusable_input_is_refused()
    {
        Matrix points = PointClouds.Uniform(1, 20, 2);
        Assert.Throws<ArgumentException>(() => ClusterStability.Bootstrap(points, new int[3], (matrix, _) => new Constant(matrix.Rows)));
        Assert.Throws<ArgumentException>(() => ClusterStability.Bootstrap(new Matrix(0, 2), [], (matrix, _) => new Constant(matrix.Rows)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterStability.Bootstrap(points, new int[20], (matrix, _) => new Constant(matrix.Rows), new ClusterStabilityOptions { Resamples = 1 }));
    }

    private static ClusterStabilityResult Judge(Matrix points, int clusters)
    {
        var options = new KMeansOptions { ClusterCount = clusters, DegreeOfParallelism = 1 };
        return ClusterStability.Bootstrap(points, KMeans.Fit(points, options).Labels, (matrix, token) => KMeans.Fit(matrix, options, null, token));
    }

    private sealed class Constant(int count) : IClusterModel
    {
        public int[] Labels { get; } = new int[count];

        public int[] Sizes { get; } = [count];
    }

    private sealed class Labelled(KMeansModel model) : IClusterModel
    {
        public int[] Labels => model.Labels;

        public int[] Sizes => model.Sizes;
    }
}
