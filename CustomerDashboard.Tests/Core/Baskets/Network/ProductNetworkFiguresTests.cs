using System.Globalization;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Baskets.Network;

/// <summary>The network of Online Retail against the figures of networkx.</summary>
public class ProductNetworkFiguresTests
{
    private static readonly Lazy<ProductNetworkResult> Result = new(() =>
        ProductNetworkAnalysis.Run(CleaningPipeline.Run(RetailFile.First).Cleaned, new ProductNetworkOptions()));

    [Fact]
    public void The_network_has_the_size_the_peers_found()
    {
        SharedData.Require("online_retail.csv.gz");
        ProductNetworkResult result = Result.Value;
        Assert.Equal(18_532, result.Baskets);
        Assert.Equal(50, result.MinimumBaskets);
        LinkNetwork network = result.Network!;
        Assert.Equal(996, network.Nodes.Count);
        Assert.Equal(7_935, network.Links.Count);
        Assert.Equal(76, network.ComponentSizes.Count);
        Assert.Equal(782, network.ComponentSizes[0]);
        Assert.True(network.BetweennessIsExact);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void Every_centrality_of_every_product_agrees_to_six_digits()
    {
        SharedData.Require("online_retail.csv.gz");
        Dictionary<string, NetworkNode> nodes = Result.Value.Network!.Nodes.ToDictionary(node => node.Code);
        string[] lines = File.ReadAllLines(SharedData.RequireReference("product_graph_50_centrality.csv"));
        string[] header = lines[0].Split(',');
        Assert.Equal(nodes.Count, lines.Length - 1);
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            NetworkNode node = nodes[cells[0]];
            Same("degree", node.DegreeCentrality);
            Same("strength", node.Strength);
            Same("betweenness", node.Betweenness);
            Same("eigenvector_np", node.Eigenvector);
            Same("pagerank_w", node.PageRank);

            void Same(string column, double value)
            {
                double expected = double.Parse(cells[Array.IndexOf(header, column)], CultureInfo.InvariantCulture);
                Assert.True(Math.Abs(expected - value) <= 1e-6, $"{column} of {node.Code}: {value} instead of {expected}");
            }
        }
    }

    [Fact]
    public void Communities_are_no_worse_than_those_of_the_peers()
    {
        SharedData.Require("online_retail.csv.gz");
        LinkNetwork network = Result.Value.Network!;
        TestContext.Current.TestOutputHelper?.WriteLine($"Q {network.Modularity} of {network.Communities.Count}");
        Assert.True(network.Modularity >= 0.4616, network.Modularity.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(996, network.Communities.Sum(community => community.Size));
    }
}
