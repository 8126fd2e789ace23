using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class KMedoidsTests
{
    [Fact]
    public void Hand_worked_line()
    {
        Matrix points = Matrix.FromColumns([[0, 1, 2, 10, 11, 100]]);
        PointKMedoidsModel model = KMedoids.Fit(points, new KMedoidsOptions { ClusterCount = 3 });
        Assert.Equal([0, 0, 0, 1, 1, 2], model.Labels);
        Assert.Equal([1, 3, 5], model.Medoids);
        Assert.Equal([3, 2, 1], model.Sizes);
        Assert.Equal(3, model.TotalDistance, 6);
        Assert.True(model.Converged);
        Assert.Equal([1, 10, 100], model.MedoidPoints.Values);
        Assert.Equal([0, 1, 2], model.Predict(Matrix.FromColumns([[-7, 8, 70]])));
    }

    [Fact]
    public void One_cluster_has_the_most_central_point()
    {
        PointKMedoidsModel model = KMedoids.Fit(Matrix.FromColumns([[0, 7, 3, 100, 4]]), new KMedoidsOptions { ClusterCount = 1 });
        Assert.Equal([4], model.Medoids);
        Assert.Equal(4 + 3 + 1 + 96, model.TotalDistance, 4);
    }

    [Fact]
    public void No_swap_of_one_medoid_is_better_in_the_end() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int count = 5 + random.NextInt(60);
            var distances = new CondensedDistances(count);
            for (int i = 0; i < distances.Values.Length; i++)
            {
                // Not even a metric: nothing but the numbers themselves may be relied upon.
                distances.Values[i] = seed % 2 == 0 ? 1 + random.NextInt(5) : (float)(0.1 + random.NextDouble());
            }

            int clusters = 1 + random.NextInt(Math.Min(6, count));
            KMedoidsModel model = KMedoids.Fit(distances, new KMedoidsOptions { ClusterCount = clusters, Starts = 2, Seed = seed });
            double total = Total(distances, model.Medoids);
            bool best = Enumerable.Range(0, clusters).All(cluster => Enumerable.Range(0, count).All(candidate =>
                Total(distances, [.. model.Medoids.Where((_, i) => i != cluster), candidate]) >= total * (1 - 1e-6)));
            return best
                && model.Converged
                && Math.Abs(total - model.TotalDistance) <= 1e-5 * total
                && model.Medoids.Distinct().Count() == clusters
                && Enumerable.Range(0, count).All(point => distances[point, model.Medoids[model.Labels[point]]] == model.Medoids.Min(medoid => distances[point, medoid]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Small_problems_are_solved_exactly()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Matrix points = PointClouds.Uniform(seed, 12, 2);
            CondensedDistances distances = CondensedDistances.Euclidean(points);
            double best = double.PositiveInfinity;
            for (int a = 0; a < 12; a++)
            {
                for (int b = 0; b < a; b++)
                {
                    for (int c = 0; c < b; c++)
                    {
                        best = Math.Min(best, Total(distances, [a, b, c]));
                    }
                }
            }

            Assert.Equal(best, KMedoids.Fit(distances, new KMedoidsOptions { ClusterCount = 3, Starts = 10 }).TotalDistance, 5);
        }
    }

    [Fact]
    public void Real_customers_do_not_depend_on_the_threads()
    {
        Matrix all = CustomerFeatures.ScaledRfm();
        Matrix points = all.SelectRows([.. Enumerable.Range(0, all.Rows / 4).Select(row => row * 4)]);
        CondensedDistances distances = CondensedDistances.Euclidean(points);
        KMedoidsModel one = KMedoids.Fit(distances, new KMedoidsOptions { DegreeOfParallelism = 1 });
        KMedoidsModel two = KMedoids.Fit(distances, new KMedoidsOptions { DegreeOfParallelism = 2 });
        Assert.Equal(one.Medoids, two.Medoids);
        Assert.Equal(one.TotalDistance, two.TotalDistance);
        Assert.Equal(Total(distances, one.Medoids), one.TotalDistance, 1e-6 * one.TotalDistance);

        // The means of k-means minimise squares; the medoids must beat the points nearest to those means.
        KMeansModel means = KMeans.Fit(points, new KMeansOptions { ClusterCount = 4 });
        int[] nearMeans = [.. Enumerable.Range(0, 4).Select(cluster => Enumerable.Range(0, points.Rows).MinBy(row => Distances.SquaredEuclidean(points.Row(row), means.Centroids.Row(cluster))))];
        Assert.True(one.TotalDistance < Total(distances, nearMeans));
    }

    [Fact]
    public void Unusable_input_is_refused_in_words()
    {
        var options = new KMedoidsOptions { ClusterCount = 3 };
        TooFewPointsException few = Assert.Throws<TooFewPointsException>(() => KMedoids.Fit(Matrix.FromColumns([[1, 1, 2, 2]]), options));
        Assert.Equal((3, 2), (few.ClusterCount, few.DistinctPoints));
        Assert.Throws<TooFewPointsException>(() => KMedoids.Fit(new Matrix(0, 2), options));
        Assert.Contains("20,000", Assert.Throws<ArgumentException>(() => KMedoids.Fit(new Matrix(20_001, 1), options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KMedoids.Fit(new CondensedDistances(3, [1, float.NaN, 1]), options));
        Assert.Throws<ArgumentException>(() => KMedoids.Fit(new CondensedDistances(3, [1, -1, 1]), options));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMedoids.Fit(new CondensedDistances(3), options with { ClusterCount = 0 }));
        KMedoidsModel model = KMedoids.Fit(new CondensedDistances(3, [1, 2, 3]), options);
        Assert.Throws<ArgumentException>(() => model.Assign(new Matrix(1, 2)));
        Assert.Throws<ArgumentException>(() => model.Assign(new Matrix(1, 3, [1, double.NaN, 1])));
    }

    private static double Total(CondensedDistances distances, int[] medoids) =>
        Enumerable.Range(0, distances.Count).Sum(point => (double)medoids.Min(medoid => distances[point, medoid]));
}
