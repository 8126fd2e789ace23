using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class DendrogramTests
{
    // On a line: 0 and 1 join at 1, 10 and 12 at 2, both at 9 by single linkage, and 30 comes last at 18.
    private static readonly Matrix Line = Matrix.FromColumns([[10, 0, 30, 12, 1]]);

    [Fact]
    public void Hand_worked_line()
    {
        Dendrogram tree = Single(Line);
        Assert.Equal(
            [new DendrogramMerge(1, 4, 1, 2), new DendrogramMerge(0, 3, 2, 2), new DendrogramMerge(5, 6, 9, 4), new DendrogramMerge(2, 7, 18, 5)],
            tree.Merges);
        Assert.Equal([0, 0, 1, 0, 0], tree.Cut(2));
        Assert.Equal([0, 1, 2, 0, 1], tree.Cut(3));
        Assert.Equal([0, 0, 0, 0, 0], tree.Cut(1));
        Assert.Equal([0, 1, 2, 3, 4], tree.Cut(5));
    }

    [Fact]
    public void A_cut_at_a_height_keeps_what_is_joined_at_it()
    {
        Dendrogram tree = Single(Line);
        Assert.Equal(tree.Cut(3), tree.CutAt(2));
        Assert.Equal(tree.Cut(4), tree.CutAt(1.999));
        Assert.Equal(tree.Cut(5), tree.CutAt(0.5));
        Assert.Equal(tree.Cut(1), tree.CutAt(18));
        Assert.Equal(5.5, tree.HeightOf(3));
        for (int clusters = 1; clusters <= 5; clusters++)
        {
            Assert.Equal(clusters, tree.ClustersAt(tree.HeightOf(clusters)));
        }
    }

    [Fact]
    public void Leaves_stand_so_that_no_branches_cross()
    {
        Assert.Equal([2, 1, 4, 0, 3], Single(Line).LeafOrder);
        for (int seed = 0; seed < 10; seed++)
        {
            Dendrogram tree = Single(PointClouds.Uniform(seed, 40, 2));
            Assert.Equal(Enumerable.Range(0, 40), tree.LeafOrder.Order());
            for (int clusters = 2; clusters < 40; clusters++)
            {
                // Every cluster is one unbroken stretch, so labels change exactly once less than there are clusters.
                int[] labels = tree.Cut(clusters);
                int changes = Enumerable.Range(1, 39).Count(place => labels[tree.LeafOrder[place]] != labels[tree.LeafOrder[place - 1]]);
                Assert.Equal(clusters - 1, changes);
            }
        }
    }

    [Fact]
    public void The_top_of_a_tree_is_drawn_from_its_last_merges()
    {
        DendrogramTop top = Single(Line).Top(3);
        Assert.Equal([new DendrogramTip(2, 1, 0, 2), new DendrogramTip(5, 2, 1, 1), new DendrogramTip(6, 2, 2, 0)], top.Tips);
        Assert.Equal(
            [new DendrogramLink(7, 1, 1, 2, 2, 9, 4, 1), new DendrogramLink(8, 0, 0, 1.5, 9, 18, 5, 2)],
            top.Links);
        Assert.Equal(5, Single(Line).Top(99).Tips.Count);
        Assert.Equal([new DendrogramTip(8, 5, 18, 2)], Single(Line).Top(1).Tips);
        Assert.Empty(Single(Line).Top(1).Links);
    }

    [Fact]
    public void Cuts_that_cannot_be_are_refused()
    {
        Dendrogram tree = Single(Line);
        Assert.Contains("1 to 5", Assert.Throws<ArgumentOutOfRangeException>(() => tree.Cut(6)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Cut(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.HeightOf(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Top(0));
    }

    [Fact]
    public void One_point_is_a_tree_without_merges()
    {
        Dendrogram tree = Single(Matrix.FromColumns([[7]]));
        Assert.Empty(tree.Merges);
        Assert.Equal([0], tree.Cut(1));
        Assert.Equal([0], tree.LeafOrder);
        Assert.Equal([new DendrogramTip(0, 1, 0, 0)], tree.Top(1).Tips);
    }

    [Fact]
    public void Cophenetic_correlation_is_that_of_all_pairs()
    {
        Matrix points = PointClouds.Uniform(3, 90, 3);
        CondensedDistances distances = CondensedDistances.Euclidean(points);
        foreach (Linkage linkage in Enum.GetValues<Linkage>())
        {
            AgglomerativeModel model = AgglomerativeClustering.Fit(points, new AgglomerativeOptions { Linkage = linkage });
            double expected = CorrelationOfAllPairs(points, model.Tree);
            Assert.Equal(expected, model.CopheneticCorrelation(), 1e-10);
            Assert.Equal(model.CopheneticCorrelation(degreeOfParallelism: 1), model.CopheneticCorrelation(degreeOfParallelism: 2));
            Assert.Equal(expected, CopheneticCorrelation.Score(model.Tree, distances), 1e-6);
        }

        Assert.True(double.IsNaN(CopheneticCorrelation.Score(Single(Matrix.FromColumns([[1, 1, 1]])), Matrix.FromColumns([[1, 1, 1]]))));
        Assert.Throws<ArgumentException>(() => CopheneticCorrelation.Score(Single(Line), new Matrix(4, 1)));
    }

    private static double CorrelationOfAllPairs(Matrix points, Dendrogram tree)
    {
        // Merges from the lowest up: each gives its height to the pairs it brings together.
        List<int>[] members = new List<int>[tree.LeafCount + tree.Merges.Count];
        for (int leaf = 0; leaf < tree.LeafCount; leaf++)
        {
            members[leaf] = [leaf];
        }

        var pairs = new List<(double Distance, double Height)>();
        for (int i = 0; i < tree.Merges.Count; i++)
        {
            DendrogramMerge merge = tree.Merges[i];
            members[tree.LeafCount + i] = [.. members[merge.Left], .. members[merge.Right]];
            foreach (int first in members[merge.Left])
            {
                pairs.AddRange(members[merge.Right].Select(second => (Distances.Euclidean(points.Row(first), points.Row(second)), merge.Height)));
            }
        }

        double meanDistance = pairs.Average(pair => pair.Distance);
        double meanHeight = pairs.Average(pair => pair.Height);
        double product = pairs.Sum(pair => (pair.Distance - meanDistance) * (pair.Height - meanHeight));
        double distances = pairs.Sum(pair => (pair.Distance - meanDistance) * (pair.Distance - meanDistance));
        double heights = pairs.Sum(pair => (pair.Height - meanHeight) * (pair.Height - meanHeight));
        return product / Math.Sqrt(distances * heights);
    }

    private static Dendrogram Single(Matrix points) =>
        AgglomerativeClustering.Fit(points, new AgglomerativeOptions { Linkage = Linkage.Single }).Tree;
}
