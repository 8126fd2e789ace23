using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class AgglomerativeClusteringTests
{
    public static TheoryData<Linkage> Linkages => [.. Enum.GetValues<Linkage>()];

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Equals_the_definition(Linkage linkage)
    {
        Gen<(int Seed, int Rows, int Columns)> clouds =
            from seed in Gen.Choose(0, 1_000_000)
            from rows in Gen.Choose(2, 30)
            from columns in Gen.Choose(1, 5)
            select (seed, rows, columns);
        Prop.ForAll(clouds.ToArbitrary(), cloud =>
        {
            Matrix points = PointClouds.Uniform(cloud.Seed, cloud.Rows, cloud.Columns);
            (double[] heights, int[][] cuts) = NaiveTree.Build(points, linkage);
            var options = new AgglomerativeOptions { Linkage = linkage };
            AssertSame(heights, cuts, AgglomerativeClustering.Fit(points, options).Tree);
            AssertSame(heights, cuts, AgglomerativeClustering.FitDistances(CondensedDistances.Euclidean(points), options));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void More_clusters_than_fit_one_packing_still_equal_the_definition(Linkage linkage)
    {
        Matrix points = PointClouds.Uniform(5, 300, 2);
        Dendrogram tree = AgglomerativeClustering.FitDistances(CondensedDistances.Euclidean(points), new AgglomerativeOptions { Linkage = linkage });
        Dendrogram other = AgglomerativeClustering.Fit(points, new AgglomerativeOptions { Linkage = linkage }).Tree;
        for (int merge = 0; merge < tree.Merges.Count; merge++)
        {
            Assert.Equal(other.Merges[merge].Height, tree.Merges[merge].Height, 1e-5);
        }

        // A merge joins the two clusters of the cut just below it that are nearest, so checking the last few by definition is enough.
        for (int clusters = 2; clusters <= 12; clusters++)
        {
            double nearest = NaiveTree.NearestPair(points, tree.Cut(clusters), linkage);
            Assert.Equal(nearest, tree.Merges[^(clusters - 1)].Height, 1e-5);
        }
    }

    [Theory]
    [InlineData(Linkage.Single, new[] { 2.0, 3, 4, 5 })]
    [InlineData(Linkage.Complete, new[] { 2.0, 3, 5, 10 })]
    [InlineData(Linkage.Average, new[] { 2.0, 3, 4.5, 47.0 / 6 })]
    public void Textbook_distances(Linkage linkage, double[] heights)
    {
        // B. S. Everitt et al., "Cluster Analysis", 5th edition, section 4.2.
        var distances = new CondensedDistances(5, [2, 6, 10, 9, 5, 9, 8, 4, 5, 3]);
        var given = (float[])distances.Values.Clone();
        Dendrogram tree = AgglomerativeClustering.FitDistances(distances, new AgglomerativeOptions { Linkage = linkage });
        for (int merge = 0; merge < heights.Length; merge++)
        {
            Assert.Equal(heights[merge], tree.Merges[merge].Height, 1e-5);
        }

        Assert.Equal([1, 1, 0, 0, 0], tree.Cut(2));
        Assert.Equal(given, distances.Values);
    }

    [Fact]
    public void Ward_on_a_line_worked_by_hand()
    {
        // {0,2}: 2; {10,14}: 4; then sqrt(2 * 2 * 2 / 4) times 11 between the means.
        AgglomerativeModel model = AgglomerativeClustering.Fit(Matrix.FromColumns([[10, 0, 14, 2]]));
        Assert.Equal([2, 4], model.Tree.Merges.Take(2).Select(merge => merge.Height));
        Assert.Equal(Math.Sqrt(2) * 11, model.Tree.Merges[2].Height, 12);
        Assert.Equal([0, 1, 0, 1], model.Cut(2).Labels);
        Assert.Equal([1, 1, 0], model.Cut(2).Predict(Matrix.FromColumns([[-5, 3, 90]])));
        Assert.Equal(model.Cut(2).Labels, model.CutAt(4).Labels);
    }

    [Fact]
    public void Ward_on_real_customers_is_the_peers_tree()
    {
        Matrix points = CustomerFeatures.ScaledRfm();
        AgglomerativeModel model = AgglomerativeClustering.Fit(points);
        double[] peers = [40.505, 44.894, 63.539, 104.828];
        for (int merge = 0; merge < peers.Length; merge++)
        {
            Assert.Equal(peers[merge], model.Tree.Merges[^(peers.Length - merge)].Height, 5e-4);
        }

        AgglomerativeClusters four = model.Cut(4);
        Assert.Equal([1716, 1517, 762, 343], four.Sizes);
        Assert.Equal(0.2800, Silhouette.Score(points, four.Labels).Mean, 5e-5);
    }

    [Fact]
    public void Real_customers_grouped_first_give_nearly_the_same_clusters()
    {
        Matrix points = CustomerFeatures.ScaledRfm();
        AgglomerativeModel exact = AgglomerativeClustering.Fit(points);
        AgglomerativeModel model = AgglomerativeClustering.Fit(points, new AgglomerativeOptions { PreclusterAbove = 1_000, PreclusterCentres = 1_000 });
        Assert.True(model.IsPreclustered);
        Assert.False(exact.IsPreclustered);
        Assert.Equal(1_000, model.Tree.LeafCount);
        Assert.Equal(4338, model.Tree.LeafSizes.Sum());
        Assert.Equal(4338, model.Tree.Merges[^1].Size);
        Assert.InRange(model.Tree.Merges[^1].Height / exact.Tree.Merges[^1].Height, 0.9, 1.1);

        // Ward is free to choose among near ties, so the clusters themselves may differ; what they are for must not.
        double compactness = CalinskiHarabasz.Score(points, model.Cut(4).Labels) / CalinskiHarabasz.Score(points, exact.Cut(4).Labels);
        Assert.InRange(compactness, 0.9, 1.2);
    }

    [Fact]
    public void Weighted_centres_join_as_the_points_they_stand_for()
    {
        // Each place is taken by several points: once they are joined at height 0, the tree is that of the weighted places.
        Matrix places = PointClouds.Uniform(2, 25, 2);
        int[] rows = [.. Enumerable.Range(0, 25).SelectMany(place => Enumerable.Repeat(place, 1 + (place % 4)))];
        foreach (Linkage linkage in Enum.GetValues<Linkage>())
        {
            var options = new AgglomerativeOptions { Linkage = linkage };
            Dendrogram all = AgglomerativeClustering.Fit(places.SelectRows(rows), options).Tree;
            Dendrogram weighted = AgglomerativeClustering.Fit(
                places.SelectRows(rows), options with { PreclusterAbove = 25, PreclusterCentres = 25 }).Tree;
            Assert.Equal(25, weighted.LeafCount);
            for (int merge = 1; merge < 25; merge++)
            {
                Assert.Equal(all.Merges[^merge].Height, weighted.Merges[^merge].Height, 1e-5);
                Assert.Equal(all.Merges[^merge].Size, weighted.Merges[^merge].Size);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Equal_points_and_grids_of_ties_end(Linkage linkage)
    {
        var options = new AgglomerativeOptions { Linkage = linkage };
        Dendrogram equal = AgglomerativeClustering.Fit(new Matrix(50, 2), options).Tree;
        Assert.All(equal.Merges, merge => Assert.Equal(0, merge.Height));
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new RandomSource(seed);
            var grid = new Matrix(200, 2);
            for (int i = 0; i < grid.Values.Length; i++)
            {
                grid.Values[i] = random.NextInt(5) / 3.0;
            }

            Dendrogram tree = AgglomerativeClustering.Fit(grid, options).Tree;
            Assert.Equal(200, tree.Merges[^1].Size);
            Assert.Equal(tree.Merges.Select(merge => merge.Height).Order(), tree.Merges.Select(merge => merge.Height));
            int distinct = tree.LeafCount - tree.Merges.Count(merge => merge.Height == 0);
            Assert.Equal(new HashSet<(double, double)>(Enumerable.Range(0, 200).Select(row => (grid[row, 0], grid[row, 1]))).Count, distinct);
        }
    }

    [Theory]
    [InlineData(Linkage.Single, 0)] // 5 from the end of the first, 7 from the second
    [InlineData(Linkage.Complete, 1)] // 13 from the farthest of the first, 8 from that of the second
    [InlineData(Linkage.Average, 1)] // 9 and 7.5 on average
    [InlineData(Linkage.Ward, 1)] // 9 and 7.5 from the means
    public void New_points_join_by_the_linkage(Linkage linkage, int expected)
    {
        Matrix points = Matrix.FromColumns([[0, 20, 4, 8, 21]]);
        AgglomerativeClusters clusters = AgglomerativeClustering.Fit(points, new AgglomerativeOptions { Linkage = linkage }).Cut(2);
        Assert.Equal([0, 1, 0, 0, 1], clusters.Labels);
        Assert.Equal([expected, 0, 1], clusters.Predict(Matrix.FromColumns([[13, 8, 21]])));
    }

    [Fact]
    public void Too_many_points_are_refused_with_a_way_on()
    {
        Matrix points = PointClouds.Uniform(1, 30, 2);
        var options = new AgglomerativeOptions { MaximumPoints = 20, PreclusterCentres = 10 };
        string message = Assert.Throws<ArgumentException>(() => AgglomerativeClustering.Fit(points, options)).Message;
        Assert.Contains("at most 20 points, and there are 30", message, StringComparison.Ordinal);
        Assert.Contains("435 pairs", message, StringComparison.Ordinal);
        Assert.Contains("PreclusterAbove", message, StringComparison.Ordinal);
        Assert.Equal(10, AgglomerativeClustering.Fit(points, options with { PreclusterAbove = 20 }).Tree.LeafCount);
        Assert.Throws<ArgumentException>(() => AgglomerativeClustering.FitDistances(CondensedDistances.Euclidean(points), options));
    }

    [Fact]
    public void Bad_points_and_distances_are_refused()
    {
        Assert.Throws<TooFewPointsException>(() => AgglomerativeClustering.Fit(new Matrix(0, 2)));
        Assert.Throws<TooFewPointsException>(() => AgglomerativeClustering.FitDistances(new CondensedDistances(0)));
        Assert.Throws<ArgumentException>(() => AgglomerativeClustering.Fit(new Matrix(3, 0)));
        string message = Assert.Throws<ArgumentException>(() => AgglomerativeClustering.FitDistances(new CondensedDistances(3, [1, 2, -1]))).Message;
        Assert.Contains("points 2 and 3 is -1", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AgglomerativeClustering.FitDistances(new CondensedDistances(3, [1, float.NaN, 1])));
        Assert.Throws<ArgumentException>(() => AgglomerativeClustering.FitDistances(new CondensedDistances(3, [1, float.PositiveInfinity, 1])));
        Assert.Throws<TooFewPointsException>(() => new AgglomerativeClusterer(new AgglomerativeOptions(), 2).Fit(new Matrix(9, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AgglomerativeClusterer(new AgglomerativeOptions(), 0).Fit(new Matrix(9, 1)));
    }

    [Fact]
    public void Options_are_checked()
    {
        var good = new AgglomerativeOptions();
        good.Validate();
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { Linkage = (Linkage)9 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { MaximumPoints = 1 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { PreclusterCentres = 1 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { PreclusterCentres = 30_000 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { PreclusterAbove = 100 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { PreclusterAbove = 30_000 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { DegreeOfParallelism = 0 }).Validate());
    }

    [Fact]
    public void Progress_ends_at_one_and_cancelling_stops()
    {
        var reports = new List<WorkProgress>();
        foreach (Linkage linkage in Enum.GetValues<Linkage>())
        {
            reports.Clear();
            AgglomerativeClustering.Fit(PointClouds.Uniform(1, 500, 2), new AgglomerativeOptions { Linkage = linkage }, new Recorder(reports));
            Assert.Equal(1, reports[^1].Fraction);
            Assert.Equal(499, reports[^1].Done);
            Assert.InRange(reports.Count, 50, 101);
        }
    }

    private static void AssertSame(double[] heights, int[][] cuts, Dendrogram tree)
    {
        for (int merge = 0; merge < heights.Length; merge++)
        {
            Assert.Equal(heights[merge], tree.Merges[merge].Height, 1e-5);
        }

        for (int clusters = 2; clusters < cuts.Length; clusters++)
        {
            Assert.Equal(1, AdjustedRandIndex.Score(cuts[clusters - 1], tree.Cut(clusters)));
        }
    }

    private sealed class Recorder(List<WorkProgress> reports) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => reports.Add(value);
    }
}
