using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class LargeKMeansTests
{
    [Fact]
    public void A_pass_equals_looking_at_every_point_and_centroid() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 1 + random.NextInt(100);
            int clusters = 1 + random.NextInt(7);
            int columns = 1 + random.NextInt(11);
            Matrix points = Numbers(random, rows, columns, seed % 2 == 0);
            Matrix centroids = Numbers(random, clusters, columns, seed % 2 == 0);
            var pass = new CentroidPass(points, clusters, null);
            pass.Run(centroids.Values, watchTies: true, CancellationToken.None);
            double inertia = 0;
            bool tied = false;
            var sums = new double[clusters * columns];
            for (int row = 0; row < rows; row++)
            {
                double[] squares = [.. Enumerable.Range(0, clusters).Select(cluster => Enumerable.Range(0, columns).Aggregate(
                    0.0, (sum, column) => sum + ((points[row, column] - centroids[cluster, column]) * (points[row, column] - centroids[cluster, column]))))];
                int nearest = Array.IndexOf(squares, squares.Min());
                if (pass.Labels[row] != nearest)
                {
                    return false;
                }

                tied |= squares.Count(square => square == squares[nearest]) > 1;
                inertia += squares[nearest];
                for (int column = 0; column < columns; column++)
                {
                    sums[(nearest * columns) + column] += points[row, column];
                }
            }

            return Math.Abs(inertia - pass.Inertia) <= 1e-9 * (1 + inertia)
                && (pass.HasTies || !tied)
                && pass.Changed == rows
                && pass.Sums.Zip(sums).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9)
                && Enumerable.Range(0, clusters).All(cluster => pass.Counts[cluster] == pass.Labels.Count(label => label == cluster));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_points_are_grouped_as_well_as_few_are()
    {
        Matrix points = PointClouds.Groups(3, 4, 9_000, 12_000, 8_000, 11_000, 10_000, 7_000);
        var options = new KMeansOptions { ClusterCount = 6, Starts = 2 };
        Assert.True(points.Rows > KMeans.ExactLimit);
        KMeansModel large = KMeans.Fit(points, options);
        KMeansModel thorough = new KMeansSearch(points, null).Run([options], null, CancellationToken.None)[0];
        Assert.Equal(thorough.Sizes, large.Sizes);
        Assert.InRange(large.Inertia / thorough.Inertia, 1 - 1e-9, 1 + 1e-4);
        Assert.True(large.Converged);
    }

    [Fact]
    public void Points_without_groups_are_cut_nearly_as_well()
    {
        Matrix points = PointClouds.Uniform(5, 60_000, 2);
        var options = new KMeansOptions { ClusterCount = 5, Starts = 3 };
        double thorough = new KMeansSearch(points, null).Run([options], null, CancellationToken.None)[0].Inertia;
        Assert.InRange(KMeans.Fit(points, options).Inertia / thorough, 1 - 1e-9, 1.005);
    }

    [Fact]
    public void A_sweep_over_many_points_has_the_fits_one_by_one()
    {
        Matrix points = PointClouds.Groups(2, 2, 30_000, 25_000);
        KMeansSweepResult sweep = KMeansSweep.Run(points, new KMeansSweepOptions { MinClusters = 2, MaxClusters = 3, Starts = 1 });
        Assert.Equal(KMeans.Fit(points, new KMeansOptions { ClusterCount = 3, Starts = 1 }).Centroids.Values, sweep.Entries[1].Model.Centroids.Values);
    }

    private static Matrix Numbers(RandomSource random, int rows, int columns, bool grid)
    {
        var result = new Matrix(rows, columns);
        for (int i = 0; i < result.Values.Length; i++)
        {
            result.Values[i] = grid ? random.NextInt(4) : random.NextGaussian();
        }

        return result;
    }
}
