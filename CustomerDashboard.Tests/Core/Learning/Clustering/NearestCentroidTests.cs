using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class NearestCentroidTests
{
    [Fact]
    public void Ruling_centroids_out_changes_no_label() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int clusters = 1 + random.NextInt(CandidateFilter.MaximumClusters);
            Matrix points = Points(random, 1 + random.NextInt(400), 1 + random.NextInt(5), seed % 3 == 0);
            var columnar = new ColumnarPoints(points.SelectRows(SpatialOrder.Of(points)));
            var plain = new PointBlocks(columnar, null, 1);
            var grouped = new PointBlocks(columnar, new PointGroups(columnar), 1);
            double[] centroids = Points(random, clusters, points.Columns, seed % 3 == 0).Values;
            var expected = new long[columnar.Stride];
            var actual = new long[columnar.Stride];
            Array.Fill(expected, -1);
            Array.Fill(actual, -1);
            var filter = new CandidateFilter(grouped.Groups!, clusters);
            for (int round = 0; round < 3; round++)
            {
                var sums = new double[centroids.Length];
                var filteredSums = new double[centroids.Length];
                int changed = NearestCentroid.Assign(plain.Points, 0, columnar.Count, centroids, expected, sums, new int[clusters]);
                int filteredChanged = NearestCentroid.Assign(columnar, 0, columnar.Count, centroids, actual, filteredSums, new int[clusters], filter);
                if (changed != filteredChanged || !expected.AsSpan(0, columnar.Count).SequenceEqual(actual.AsSpan(0, columnar.Count)) || !sums.SequenceEqual(filteredSums))
                {
                    return false;
                }

                for (int i = 0; i < centroids.Length; i++)
                {
                    centroids[i] += 0.1 * random.NextGaussian();
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ruling_clusters_out_hides_no_improving_move() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int clusters = 2 + random.NextInt(10);
            Matrix points = Points(random, 50 + random.NextInt(400), 1 + random.NextInt(4), seed % 3 == 0);
            var columnar = new ColumnarPoints(points.SelectRows(SpatialOrder.Of(points)));
            double[] centroids = Points(random, clusters, points.Columns, seed % 3 == 0).Values;
            var filter = new CandidateFilter(new PointGroups(columnar), clusters);
            var labels = new long[columnar.Stride];
            Array.Fill(labels, -1);
            NearestCentroid.Assign(columnar, 0, columnar.Count, centroids, labels, new double[centroids.Length], new int[clusters], filter);
            double[] join = [.. Enumerable.Range(0, clusters).Select(_ => 1 - (0.5 * random.NextDouble()))];
            double[] stay = [.. Enumerable.Range(0, clusters).Select(_ => 1 + random.NextDouble())];
            var expected = new int[columnar.Count];
            var actual = new int[columnar.Count];
            int found = NearestCentroid.FindImprovable(columnar, centroids, join, stay, labels, expected, null);
            int filtered = NearestCentroid.FindImprovable(columnar, centroids, join, stay, labels, actual, filter);
            return expected.AsSpan(0, found).SequenceEqual(actual.AsSpan(0, filtered));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_spatial_order_has_every_row_once()
    {
        foreach (int rows in new[] { 0, 1, 16, 17, 333, 4000 })
        {
            int[] order = SpatialOrder.Of(PointClouds.Uniform(rows, rows, 3));
            Assert.Equal(Enumerable.Range(0, rows), order.Order());
        }
    }

    [Fact]
    public void More_clusters_than_bits_work_too()
    {
        Matrix points = PointClouds.Uniform(1, 900, 2);
        KMeansModel model = KMeans.Fit(points, new KMeansOptions { ClusterCount = 70, Starts = 1 });
        Assert.Equal(model.Labels, model.Predict(points));
        Assert.All(model.Sizes, size => Assert.True(size > 0));
    }

    private static Matrix Points(RandomSource random, int rows, int columns, bool onGrid)
    {
        var points = new Matrix(rows, columns);
        for (int i = 0; i < points.Values.Length; i++)
        {
            points.Values[i] = onGrid ? random.NextInt(5) : 1000 + (5 * random.NextGaussian());
        }

        return points;
    }
}
