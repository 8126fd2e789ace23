using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Baskets.Network;

public class CustomerNetworkTests
{
    [Fact]
    public void Customers_are_linked_by_the_share_of_products_both_bought()
    {
        CleanedTransactions lines = Lines(("a", "xyzu"), ("b", "xyz"), ("c", "xpqr"), ("d", "p"));
        CustomerNetworkResult result = CustomerNetworkAnalysis.Run(lines, new CustomerNetworkOptions { MinimumShared = 1, MinimumOverlap = 0.2 });
        LinkNetwork network = result.Network!;
        Assert.Equal(4, result.Sampled);
        Assert.False(result.IsSample);
        // a and b share 3 of 4, c and d 1 of 4; a and c 1 of 7, b and c 1 of 6.
        Assert.Equal([("a", "b", 3, 0.75), ("c", "d", 1, 0.25)], network.Links.Select(link =>
            (network.Nodes[link.From].Code, network.Nodes[link.To].Code, link.Together, link.Overlap)));
        Assert.Equal((4, 2, 1, 0), (result.LinksByPercent[0], result.LinksByPercent[25], result.LinksByPercent[75], result.LinksByPercent[76]));
    }

    [Fact]
    public void Of_many_customers_a_sample_is_drawn_and_said_so()
    {
        CleanedTransactions lines = Lines([.. Enumerable.Range(0, 60).Select(i => ($"c{i}", i % 2 == 0 ? "abcdef" : "uvwxyz"))]);
        var options = new CustomerNetworkOptions { SampleSize = 20 };
        CustomerNetworkResult result = CustomerNetworkAnalysis.Run(lines, options);
        Assert.True(result.IsSample);
        Assert.Equal((60, 20), (result.Customers, result.Sampled));
        Assert.Contains("20 of the 60", Assert.Single(result.Notes), StringComparison.Ordinal);
        Assert.Equal(2, result.Network!.Communities.Count);
        Assert.Equal(result.Network.Nodes, CustomerNetworkAnalysis.Run(lines, options).Network!.Nodes);
        Assert.All(result.Network.Nodes, node => Assert.Equal(lines.CustomerIds[node.Item], node.Code));
    }

    [Fact]
    public void Customers_with_nothing_in_common_are_told_so()
    {
        CleanedTransactions lines = Lines(("a", "xy"), ("b", "uv"));
        Assert.Contains("share 1", CustomerNetworkAnalysis.Run(lines, new CustomerNetworkOptions { MinimumShared = 1 }).Unavailable, StringComparison.Ordinal);
        Assert.Contains("No customer has", CustomerNetworkAnalysis.Run(lines, new CustomerNetworkOptions()).Unavailable, StringComparison.Ordinal);
        CleanedTransactions some = Lines(("a", "xy"), ("b", "xv"));
        Assert.Contains("the most is 33.3%", CustomerNetworkAnalysis.Run(some, new CustomerNetworkOptions { MinimumShared = 1, MinimumOverlap = 0.5 }).Unavailable, StringComparison.Ordinal);
    }

    private static CleanedTransactions Lines(params (string Customer, string Products)[] customers)
    {
        TransactionTable table = Line.Table([.. customers.SelectMany(customer => customer.Products.Select(product =>
            new Line(customer.Customer, customer.Customer, product.ToString())))]);
        return CleaningPipeline.Run(table).Cleaned;
    }
}
