using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class SegmentAssignerTests
{
    [Fact]
    public void With_something_unknown_those_alike_in_the_rest_decide_all_ties_included()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, new SegmentationOptions { MinClusters = 4, MaxClusters = 4, Starts = 1 });

        SegmentAssignment assigned = SegmentAssigner.Assign(
            table, result, result.Chosen, [new NewCustomer("x", new Dictionary<string, double> { [FeatureIds.Frequency] = 1 })])[0];

        double[] orders = table[FeatureIds.Frequency];
        int[] once = [.. Enumerable.Range(0, table.RowCount).Where(row => orders[row] == 1)];
        Assert.Equal(once, assigned.SimilarRows.Order());
        int largest = once.GroupBy(row => result.Chosen.Labels[row]).Max(rows => rows.Count());
        Assert.Equal((double)largest / once.Length, assigned.Confidence, 9);
        Assert.Equal(2, assigned.Unknown.Count);
    }

    [Theory]
    [InlineData(SegmentationMethod.KMeans)]
    [InlineData(SegmentationMethod.Hierarchical)]
    [InlineData(SegmentationMethod.Dbscan)]
    [InlineData(SegmentationMethod.GaussianMixture)]
    public void A_known_customer_is_put_where_it_is(SegmentationMethod method)
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, new SegmentationOptions { Method = method, MaxClusters = 4, Starts = 2 });
        int[] rows = [.. Enumerable.Range(0, 40).Select(i => i * 100)];

        IReadOnlyList<SegmentAssignment> assigned = SegmentAssigner.Assign(
            table, result, result.Chosen, [.. rows.Select(row => Copy(table, row))], TestContext.Current.CancellationToken);

        Assert.Equal(rows.Select(row => result.Chosen.Labels[row]), assigned.Select(a => a.SegmentId));
        Assert.All(assigned, a => Assert.InRange(a.Confidence + a.RunnerUpShare, 0, 1 + 1e-9));
        Assert.All(assigned, a => Assert.Empty(a.Notes));
        Assert.All(assigned, a => Assert.NotEqual(a.SegmentId, a.RunnerUpId));
    }

    [Fact]
    public void Scores_without_a_rule_of_their_own_go_by_the_most_similar_customers()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, new SegmentationOptions { Method = SegmentationMethod.RfmScoring });
        int champion = Array.IndexOf(result.Chosen.Labels, 0);

        SegmentAssignment assigned = SegmentAssigner.Assign(
            table, result, result.Chosen, [new NewCustomer("x", new Dictionary<string, double> { [FeatureIds.Recency] = 1, [FeatureIds.Frequency] = 30, [FeatureIds.Monetary] = 20_000 })])[0];

        Assert.Equal(0, assigned.SegmentId);
        Assert.Equal(1, assigned.Confidence, 1e-9);
        Assert.Equal(SegmentAssigner.Neighbours, assigned.SimilarRows.Count);
        Assert.True(champion >= 0);
    }

    [Fact]
    public void What_is_unknown_or_beyond_everything_known_is_said()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, new SegmentationOptions { MaxClusters = 3, Starts = 1 });

        SegmentAssignment assigned = SegmentAssigner.Assign(
            table, result, result.Chosen, [new NewCustomer("x", new Dictionary<string, double> { [FeatureIds.Recency] = 10, [FeatureIds.Frequency] = 10_000 })])[0];

        Assert.Equal(2, assigned.Notes.Count);
        Assert.Contains("unknown", string.Join(' ', assigned.Notes));
        Assert.Contains("outside everything known", string.Join(' ', assigned.Notes));
        Assert.Equal(["Total spend"], assigned.Unknown);
        var nothing = Assert.Throws<ArgumentException>(() => SegmentAssigner.Assign(table, result, result.Chosen, [new NewCustomer("y", new Dictionary<string, double>())]));
        Assert.Contains("'y' has no value", nothing.Message);
    }

    [Theory]
    [InlineData(-5, "below zero")]
    [InlineData(1e300, "thousand times")]
    public void A_slip_of_the_hand_is_refused(double orders, string words)
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, new SegmentationOptions { MaxClusters = 3, Starts = 1 });
        var customer = new NewCustomer("x", new Dictionary<string, double> { [FeatureIds.Frequency] = orders });
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => SegmentAssigner.Assign(table, result, result.Chosen, [customer])).Message);
    }

    private static NewCustomer Copy(CustomerFeatureTable table, int row) => new(
        "copy of " + table.CustomerIds[row],
        new[] { FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary }.ToDictionary(id => id, id => table[id][row]));

    private static SegmentationResult Run(CustomerFeatureTable table, SegmentationOptions options) =>
        CustomerSegmentation.Run(table, options, cancellationToken: TestContext.Current.CancellationToken);
}
