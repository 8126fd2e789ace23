using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class KMeansTests
{
    [Fact]
    public void Hand_worked_line()
    {
        Matrix points = Matrix.FromColumns([[0, 1, 2, 10, 12]]);
        KMeansModel model = KMeans.Fit(points, new KMeansOptions { ClusterCount = 2 });
        Assert.Equal([0, 0, 0, 1, 1], model.Labels);
        Assert.Equal([1, 11], model.Centroids.Values);
        Assert.Equal(4, model.Inertia, 12);
        Assert.Equal([3, 2], model.Sizes);
        Assert.True(model.Converged);
        Assert.Equal([0, 1], model.Predict(Matrix.FromColumns([[5, 7]])));
    }

    [Fact]
    public void One_cluster_is_the_mean_and_n_clusters_are_the_points()
    {
        Matrix points = Matrix.FromColumns([1, 2, 6], [0, 4, 2]);
        KMeansModel one = KMeans.Fit(points, new KMeansOptions { ClusterCount = 1 });
        Assert.Equal([3, 2], one.Centroids.Values);
        Assert.Equal(14 + 8, one.Inertia, 12);
        KMeansModel all = KMeans.Fit(points, new KMeansOptions { ClusterCount = 3 });
        Assert.Equal(0, all.Inertia);
        Assert.Equal([0, 1, 2], all.Labels);
    }

    [Fact]
    public void Equal_sizes_are_ordered_by_centroid()
    {
        KMeansModel model = KMeans.Fit(Matrix.FromColumns([[9, 9.5, 1, 1.5, 5, 5.5]]), new KMeansOptions { ClusterCount = 3 });
        Assert.Equal([1.25, 5.25, 9.25], model.Centroids.Values);
        Assert.Equal([2, 2, 0, 0, 1, 1], model.Labels);
    }

    [Fact]
    public void Too_few_points_are_refused_with_the_counts()
    {
        Matrix points = Matrix.FromColumns([[1, 1, 2, 2, 2]]);
        TooFewPointsException error = Assert.Throws<TooFewPointsException>(() => KMeans.Fit(points, new KMeansOptions { ClusterCount = 3 }));
        Assert.Equal((3, 2), (error.ClusterCount, error.DistinctPoints));
        Assert.Contains("only 2 differ", error.Message, StringComparison.Ordinal);
        Assert.Contains("only 5", Assert.Throws<TooFewPointsException>(() => KMeans.Fit(Matrix.FromColumns([[1, 2, 3, 4, 5]]), new KMeansOptions { ClusterCount = 6 })).Message, StringComparison.Ordinal);
        Assert.Throws<TooFewPointsException>(() => KMeans.Fit(new Matrix(0, 2), new KMeansOptions { ClusterCount = 1 }));
        Assert.Throws<ArgumentException>(() => KMeans.Fit(new Matrix(4, 0), new KMeansOptions { ClusterCount = 2 }));
    }

    [Fact]
    public void Options_are_checked()
    {
        Matrix points = Matrix.FromColumns([[1, 2]]);
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(points, new KMeansOptions { ClusterCount = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(points, new KMeansOptions { Starts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(points, new KMeansOptions { MaxIterations = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(points, new KMeansOptions { Tolerance = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(points, new KMeansOptions { DegreeOfParallelism = 0 }));
    }

    [Fact]
    public void Small_problems_are_solved_exactly()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            Matrix points = PointClouds.Uniform(seed, 9, 2);
            double best = BestInertia(points, clusters: 3);
            Assert.Equal(best, KMeans.Fit(points, new KMeansOptions { ClusterCount = 3 }).Inertia, 12);
        }
    }

    [Fact]
    public void Points_on_a_grid_with_many_ties_stay_consistent()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new RandomSource(seed);
            var points = new Matrix(40, 2);
            for (int i = 0; i < points.Values.Length; i++)
            {
                points.Values[i] = random.NextInt(4);
            }

            for (int clusters = 2; clusters <= 8; clusters++)
            {
                KMeansModel model = KMeans.Fit(points, new KMeansOptions { ClusterCount = clusters, Starts = 2, Seed = seed });
                Assert.Equal(model.Labels, model.Predict(points));
                Assert.All(model.Sizes, size => Assert.True(size > 0));
                Assert.Equal(model.Sizes.OrderDescending(), model.Sizes);
                double inertia = Enumerable.Range(0, 40).Sum(row => Distances.SquaredEuclidean(points.Row(row), model.Centroids.Row(model.Labels[row])));
                Assert.Equal(inertia, model.Inertia, 9);
            }
        }
    }

    [Theory]
    [InlineData(2, 6483.643, 6483.581)]
    [InlineData(3, 4869.681, 4869.433)]
    [InlineData(4, 3938.914, 3938.458)]
    [InlineData(5, 3297.057, 3296.585)]
    [InlineData(6, 2854.975, 2854.892)]
    [InlineData(8, 2336.466, 2336.320)]
    [InlineData(10, 2001.616, 2000.490)]
    [InlineData(12, 1766.834, 1765.295)]
    public void Real_customers_are_grouped_no_worse_than_by_the_peers(int clusters, double peersBestOfTen, double bestKnown)
    {
        KMeansModel model = KMeans.Fit(CustomerFeatures.ScaledRfm(), new KMeansOptions { ClusterCount = clusters });
        Assert.True(model.Inertia <= peersBestOfTen + 0.0005, $"Inertia {model.Inertia} at k = {clusters}.");
        Assert.InRange(model.Inertia, bestKnown * 0.999, bestKnown * 1.001);
    }

    [Fact]
    public void Four_groups_of_real_customers_are_those_of_the_peers()
    {
        KMeansModel model = KMeans.Fit(CustomerFeatures.ScaledRfm(), new KMeansOptions { ClusterCount = 4 });
        string[] lines = File.ReadAllLines(SharedData.RequireReference("kmeans4_labels_online_retail.csv"));
        int[] peers = [.. lines.Skip(1).Select(line => line[^1] - '0')];

        // The peers stopped a little before the optimum: about one customer in a hundred, at the borders, differs.
        Assert.InRange(AdjustedRandIndex.Score(peers, model.Labels), 0.965, 1);
        int[] peerSizes = [1603, 1183, 835, 717];
        for (int cluster = 0; cluster < 4; cluster++)
        {
            Assert.InRange(model.Sizes[cluster], peerSizes[cluster] - 15, peerSizes[cluster] + 15);
        }
    }

    [Fact]
    public void Points_beyond_the_exact_limit_do_not_depend_on_the_threads()
    {
        Matrix points = PointClouds.Uniform(11, KMeans.ExactLimit + 17, 2);
        var options = new KMeansOptions { ClusterCount = 5, Starts = 1, MaxIterations = 5 };
        KMeansModel one = KMeans.Fit(points, options with { DegreeOfParallelism = 1 });
        KMeansModel two = KMeans.Fit(points, options with { DegreeOfParallelism = 2 });
        Assert.Equal(one.Centroids.Values, two.Centroids.Values);
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Labels, one.Predict(points));
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        var reports = new Reports();
        KMeans.Fit(PointClouds.Uniform(1, 100, 2), new KMeansOptions { ClusterCount = 3, Starts = 4 }, reports);
        Assert.Equal([1, 2, 3, 4], reports.Seen.Select(report => report.Done));
        Assert.Equal(1, reports.Seen[^1].Fraction);
    }

    private static double BestInertia(Matrix points, int clusters)
    {
        double best = double.PositiveInfinity;
        int labelings = (int)Math.Pow(clusters, points.Rows);
        var labels = new int[points.Rows];
        for (int code = 0; code < labelings; code++)
        {
            int rest = code;
            for (int row = 0; row < labels.Length; row++, rest /= clusters)
            {
                labels[row] = rest % clusters;
            }

            double inertia = 0;
            for (int cluster = 0; cluster < clusters; cluster++)
            {
                double x = 0, y = 0, squares = 0;
                int count = 0;
                for (int row = 0; row < labels.Length; row++)
                {
                    if (labels[row] == cluster)
                    {
                        x += points[row, 0];
                        y += points[row, 1];
                        squares += (points[row, 0] * points[row, 0]) + (points[row, 1] * points[row, 1]);
                        count++;
                    }
                }

                inertia += count == 0 ? 0 : squares - (((x * x) + (y * y)) / count);
            }

            best = Math.Min(best, inertia);
        }

        return best;
    }

    private sealed class Reports : IProgress<WorkProgress>
    {
        public List<WorkProgress> Seen { get; } = [];

        public void Report(WorkProgress value) => Seen.Add(value);
    }
}
