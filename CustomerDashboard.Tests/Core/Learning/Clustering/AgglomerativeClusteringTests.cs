using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class AgglomerativeClusteringTests
{
    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Single)]
    public void Equals_the_definition(Linkage linkage)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            Matrix points = PointClouds.Uniform(seed, 6 + (3 * seed), 1 + (seed % 3));
            (double[] heights, int[][] cuts) = NaiveTree.Build(points, linkage);
            var options = new AgglomerativeOptions { Linkage = linkage };
            AssertSame(heights, cuts, AgglomerativeClustering.Fit(points, options).Tree);
            AssertSame(heights, cuts, AgglomerativeClustering.FitDistances(CondensedDistances.Euclidean(points), options));
        }
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
}
