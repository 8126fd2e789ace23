using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class MiniBatchKMeansTests
{
    [Fact]
    public void Finds_clear_groups_among_many_points()
    {
        Matrix points = PointClouds.Groups(1, 3, 40_000, 10_000, 25_000);
        KMeansModel model = MiniBatchKMeans.Fit(points, new MiniBatchKMeansOptions { ClusterCount = 3 });
        Assert.Equal([40_000, 25_000, 10_000], model.Sizes);
        Assert.True(model.Converged);
        Assert.Equal(model.Labels, model.Predict(points));

        // One unit of variance per column, so the best inertia is about 3 n.
        Assert.InRange(model.Inertia, 3 * 75_000 * 0.98, 3 * 75_000 * 1.02);
    }

    [Theory]
    [InlineData(4, 3938.914)]
    [InlineData(8, 2336.466)]
    public void Real_customers_are_grouped_nearly_as_well_as_by_k_means(int clusters, double peersInertia)
    {
        KMeansModel model = MiniBatchKMeans.Fit(CustomerFeatures.ScaledRfm(), new MiniBatchKMeansOptions { ClusterCount = clusters });
        Assert.InRange(model.Inertia, peersInertia * 0.999, peersInertia * 1.05);
    }

    [Fact]
    public void The_figures_of_the_model_belong_together()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new RandomSource(seed);
            var points = new Matrix(300 + seed, 2);
            for (int i = 0; i < points.Values.Length; i++)
            {
                // A grid, so that many points are as near to one centre as to another.
                points.Values[i] = random.NextInt(4);
            }

            int clusters = 2 + random.NextInt(6);
            KMeansModel model = MiniBatchKMeans.Fit(points, new MiniBatchKMeansOptions { ClusterCount = clusters, BatchSize = 50, Seed = seed });
            Assert.Equal(model.Labels, model.Predict(points));
            Assert.All(model.Sizes, size => Assert.True(size > 0));
            Assert.Equal(model.Sizes, Enumerable.Range(0, clusters).Select(cluster => model.Labels.Count(label => label == cluster)));
            Assert.Equal(Enumerable.Range(0, points.Rows).Sum(row => Distances.SquaredEuclidean(points.Row(row), model.Centroids.Row(model.Labels[row]))), model.Inertia, 9);
        }
    }

    [Fact]
    public void Rare_points_that_a_sample_misses_still_get_their_cluster()
    {
        var points = new Matrix(60_000, 1);
        (points[100, 0], points[31_000, 0], points[59_999, 0]) = (1e3, -1e3, 5e3);
        Assert.Equal([59_997, 1, 1, 1], MiniBatchKMeans.Fit(points, new MiniBatchKMeansOptions { ClusterCount = 4 }).Sizes);
        Assert.Equal([59_997, 1, 1, 1], KMeans.Fit(points, new KMeansOptions { ClusterCount = 4, Starts = 2 }).Sizes);
    }

    [Fact]
    public void Unusable_input_is_refused()
    {
        Matrix points = PointClouds.Uniform(1, 20, 2);
        Assert.Throws<TooFewPointsException>(() => MiniBatchKMeans.Fit(new Matrix(20, 2), new MiniBatchKMeansOptions()));
        Assert.Throws<ArgumentException>(() => MiniBatchKMeans.Fit(new Matrix(20, 0), new MiniBatchKMeansOptions()));
        Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatchKMeans.Fit(points, new MiniBatchKMeansOptions { BatchSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatchKMeans.Fit(points, new MiniBatchKMeansOptions { Patience = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatchKMeans.Fit(points, new MiniBatchKMeansOptions { MaxBatches = 0 }));
    }
}
