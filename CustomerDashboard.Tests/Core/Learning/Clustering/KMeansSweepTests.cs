using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class KMeansSweepTests
{
    [Fact]
    public void One_number_of_clusters_does_not_depend_on_the_range()
    {
        Matrix points = PointClouds.Uniform(1, 400, 3);
        KMeansModel inNarrow = KMeansSweep.Run(points, new KMeansSweepOptions { MaxClusters = 4 }).Entries[^1].Model;
        KMeansModel inWide = KMeansSweep.Run(points, new KMeansSweepOptions { MinClusters = 3, MaxClusters = 7 }).Entries[1].Model;
        KMeansModel alone = KMeans.Fit(points, new KMeansOptions { ClusterCount = 4 });
        Assert.Equal(alone.Centroids.Values, inNarrow.Centroids.Values);
        Assert.Equal(alone.Centroids.Values, inWide.Centroids.Values);
        Assert.Equal(alone.Labels, inWide.Labels);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        Matrix points = PointClouds.Uniform(2, 700, 2);
        KMeansSweepResult one = KMeansSweep.Run(points, new KMeansSweepOptions { DegreeOfParallelism = 1 });
        KMeansSweepResult two = KMeansSweep.Run(points, new KMeansSweepOptions { DegreeOfParallelism = 2 });
        for (int i = 0; i < one.Entries.Count; i++)
        {
            Assert.Equal(one.Entries[i].Model.Labels, two.Entries[i].Model.Labels);
            Assert.Equal(one.Entries[i].Model.Inertia, two.Entries[i].Model.Inertia);
            Assert.Equal(one.Entries[i].Silhouette.Mean, two.Entries[i].Silhouette.Mean);
        }
    }

    [Fact]
    public void Numbers_beyond_the_different_points_are_skipped_with_the_reason()
    {
        KMeansSweepResult result = KMeansSweep.Run(Matrix.FromColumns([[1, 1, 2, 5, 5, 5]]), new KMeansSweepOptions { MaxClusters = 5 });
        Assert.Equal([2, 3], result.Entries.Select(entry => entry.K));
        Assert.Equal([4, 5], result.Skipped.Select(skipped => skipped.K));
        Assert.Contains("only 3 differ", result.Skipped[0].Reason, StringComparison.Ordinal);
        Assert.Equal(0, result.Entries[1].Model.Inertia);
    }

    [Fact]
    public void Constant_points_skip_everything()
    {
        KMeansSweepResult result = KMeansSweep.Run(new Matrix(30, 3));
        Assert.Empty(result.Entries);
        Assert.Equal(11, result.Skipped.Count);
        Assert.Null(result.Elbow.K);
    }

    [Fact]
    public void As_many_clusters_as_points_is_allowed()
    {
        KMeansSweepResult result = KMeansSweep.Run(Matrix.FromColumns([[1, 2, 4]]), new KMeansSweepOptions { MaxClusters = 3 });
        Assert.Equal([2, 3], result.Entries.Select(entry => entry.K));
        Assert.Equal(0, result.Entries[1].Silhouette.Mean);
        Assert.True(double.IsFinite(result.Entries[1].CalinskiHarabasz));
    }

    [Fact]
    public void Options_are_checked()
    {
        var points = new Matrix(3, 1, [1, 2, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeansSweep.Run(points, new KMeansSweepOptions { MinClusters = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeansSweep.Run(points, new KMeansSweepOptions { MinClusters = 5, MaxClusters = 4 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeansSweep.Run(points, new KMeansSweepOptions { Starts = 0 }));
    }

    [Fact]
    public void Cancelling_midway_stops_it()
    {
        using var source = new CancellationTokenSource();
        var progress = new CancelAtFirstReport(source);
        Assert.ThrowsAny<OperationCanceledException>(() => KMeansSweep.Run(PointClouds.Uniform(3, 3000, 3), null, progress, source.Token));
        Assert.InRange(progress.Reports, 1, 4);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var progress = new Recorder();
        KMeansSweep.Run(PointClouds.Uniform(4, 300, 2), new KMeansSweepOptions { MaxClusters = 4 }, progress);
        Assert.Equal(progress.Fractions.Order(), progress.Fractions);
        Assert.Equal(1, progress.Fractions[^1], 12);
    }

    [Theory]
    [InlineData(2, .4328, 4367.3, .8925)]
    [InlineData(3, .3361, 3625.1, 1.0497)]
    [InlineData(4, .3372, 3328.5, 1.0099)]
    [InlineData(5, .3157, 3192.5, .9868)]
    [InlineData(6, .3135, 3083.0, 1.0127)]
    [InlineData(10, .2779, 2645.9, 1.0210)]
    [InlineData(12, .2737, 2503.5, 1.0404)]
    public void Real_customers_are_judged_as_by_the_peers(int clusters, double silhouette, double calinskiHarabasz, double daviesBouldin)
    {
        KMeansSweepEntry entry = KMeansSweep.Run(
            CustomerFeatures.ScaledRfm(), new KMeansSweepOptions { MinClusters = clusters, MaxClusters = clusters }).Entries[0];
        Assert.Equal(silhouette, entry.Silhouette.Mean, 0.002);

        // The peers stop before the optimum, so ours may only be higher; it follows from the inertia.
        Assert.InRange(entry.CalinskiHarabasz, calinskiHarabasz - 0.1, calinskiHarabasz * 1.0015);
        Assert.Equal(daviesBouldin, entry.DaviesBouldin, 0.0075);
    }

    [Fact]
    public void Unscaled_money_looks_well_separated_and_is_useless()
    {
        KMeansSweepEntry entry = KMeansSweep.Run(
            CustomerFeatures.Read("Recency", "Frequency", "Monetary"), new KMeansSweepOptions { MinClusters = 4, MaxClusters = 4 }).Entries[0];
        Assert.Equal(.95, entry.Silhouette.Mean, 0.01);
        Assert.True(entry.Model.Sizes[0] > 4200);
    }

    private sealed class CancelAtFirstReport(CancellationTokenSource source) : IProgress<WorkProgress>
    {
        public int Reports { get; private set; }

        public void Report(WorkProgress value)
        {
            Reports++;
            source.Cancel();
        }
    }

    private sealed class Recorder : IProgress<WorkProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(WorkProgress value) => Fractions.Add(value.Fraction);
    }
}
