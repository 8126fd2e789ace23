using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Clustering;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class GapStatisticTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Clear_groups_are_counted(int groups)
    {
        Matrix points = PointClouds.Groups(5, 2, [.. Enumerable.Repeat(50, groups)]);
        GapResult result = GapStatistic.Compute(points, [1, 2, 3, 4, 5, 6]);
        Assert.Equal(groups, result.K);
        Assert.Contains("gap", result.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Points_without_structure_are_one_group()
    {
        GapResult result = GapStatistic.Compute(PointClouds.Uniform(3, 300, 2), [1, 2, 3, 4]);
        Assert.Equal(1, result.K);
        Assert.Contains("Dividing the points at all", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_are_those_of_the_definition()
    {
        Matrix points = PointClouds.Groups(1, 2, 30, 20);
        var logs = new List<double>();
        GapResult result = GapStatistic.Compute(
            points,
            [1, 2],
            (matrix, clusters, token) =>
            {
                KMeansModel model = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters }, null, token);
                lock (logs)
                {
                    logs.Add(Math.Log(model.Inertia));
                }

                return model;
            },
            new GapStatisticOptions { References = 5, DegreeOfParallelism = 1 });

        // One thread takes the points first, then the reference sets; k = 1 before k = 2.
        double[] references = [.. Enumerable.Range(1, 5).Select(set => logs[2 * set])];
        double mean = references.Average();
        Assert.Equal(logs[0], result.Entries[0].LogDispersion);
        Assert.Equal(mean, result.Entries[0].ReferenceMean, 12);
        Assert.Equal(mean - logs[0], result.Entries[0].Gap, 12);
        Assert.Equal(Math.Sqrt(references.Average(log => (log - mean) * (log - mean)) * (1 + (1.0 / 5))), result.Entries[0].StandardError, 12);
    }

    [Fact]
    public void Reference_points_fill_the_box_along_the_principal_components()
    {
        // A thin diagonal line: a box along the axes would be a square around it.
        var points = new Matrix(100, 2);
        for (int row = 0; row < 100; row++)
        {
            (points[row, 0], points[row, 1]) = (row, row + (0.01 * (row % 2)));
        }

        var seen = new List<Matrix>();
        GapStatistic.Compute(
            points,
            [1],
            (matrix, clusters, token) =>
            {
                seen.Add(matrix);
                return KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters }, null, token);
            },
            new GapStatisticOptions { References = 2, DegreeOfParallelism = 1 });
        Assert.Equal(3, seen.Count);
        Assert.All(seen[1..], reference => Assert.All(Enumerable.Range(0, 100), row => Assert.InRange(Math.Abs(reference[row, 0] - reference[row, 1]), 0, 0.03)));
        Assert.All(seen[1..], reference => Assert.InRange(reference.Column(0).Max() - reference.Column(0).Min(), 80, 101));
    }

    [Fact]
    public void Other_clusterers_are_judged_by_their_labels()
    {
        Matrix points = PointClouds.Groups(2, 2, 30, 30, 30);
        int[] counts = [1, 2, 3, 4];
        GapResult own = GapStatistic.Compute(points, counts);
        GapResult wrapped = GapStatistic.Compute(
            points, counts, (matrix, clusters, token) => new Labelled(KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters, Starts = 3 }, null, token)));
        Assert.Equal(own.K, wrapped.K);
        Assert.Equal(own.Entries[2].Gap, wrapped.Entries[2].Gap, 9);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        Matrix points = PointClouds.Uniform(1, 200, 3);
        GapResult one = GapStatistic.Compute(points, [1, 2, 5], new GapStatisticOptions { DegreeOfParallelism = 1 });
        GapResult two = GapStatistic.Compute(points, [1, 2, 5], new GapStatisticOptions { DegreeOfParallelism = 2 });
        Assert.Equal(one.Entries, two.Entries);
    }

    [Fact]
    public void Unusable_input_is_refused_in_words()
    {
        Matrix points = PointClouds.Uniform(1, 20, 2);
        Assert.Throws<ArgumentException>(() => GapStatistic.Compute(points, []));
        Assert.Throws<ArgumentException>(() => GapStatistic.Compute(points, [2, 2]));
        Assert.Throws<ArgumentException>(() => GapStatistic.Compute(points, [0, 1]));
        Assert.Throws<TooFewPointsException>(() => GapStatistic.Compute(points, [1, 20]));
        Assert.Throws<TooFewPointsException>(() => GapStatistic.Compute(new Matrix(9, 2), [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Compute(points, [1], new GapStatisticOptions { References = 1 }));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => GapStatistic.Compute(points, [1], cancellationToken: source.Token));
    }

    private sealed class Labelled(KMeansModel model) : IClusterModel
    {
        public int[] Labels => model.Labels;

        public int[] Sizes => model.Sizes;
    }
}
