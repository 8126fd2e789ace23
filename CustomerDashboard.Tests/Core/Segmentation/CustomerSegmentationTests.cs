using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class CustomerSegmentationTests
{
    [Fact]
    public void Online_Retail_falls_into_the_peers_four_segments_with_their_revenue()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        Dictionary<string, int> reference = OnlineRetail.ReadLabels();

        SegmentationResult result = CustomerSegmentation.Run(table, new SegmentationOptions(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(2, 11), result.Sweep.Select(entry => entry.K));
        Assert.Equal(4, result.ChosenK);
        SegmentSolution four = result.Chosen;

        // The peers stop at an inertia of 3938.914; moving single customers on to 3938.458 shifts a few at the borders.
        int[] peerSizes = [717, 1183, 835, 1603];
        Assert.All(four.Segments, segment => Assert.Equal(peerSizes[segment.Id], segment.Size, 10.0));

        int[] referenceLabels = [.. table.CustomerIds.Select(id => reference[id])];
        Assert.True(AdjustedRandIndex.Score(four.Labels, referenceLabels) > 0.97);
        double[] revenue = new double[4];
        double all = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            revenue[referenceLabels[row]] += table[FeatureIds.Monetary][row];
            all += table[FeatureIds.Monetary][row];
        }

        int[] match = SegmentMatching.Match(four.Labels, referenceLabels);
        for (int segment = 0; segment < 4; segment++)
        {
            Assert.Equal(revenue[match[segment]] / all, four.Segments[segment].RevenueShare!.Value, 0.005);
        }

        Assert.Equal(0.65, four.Segments[0].RevenueShare!.Value, 0.005);
    }

    [Fact]
    public void The_sweep_of_Online_Retail_agrees_with_the_peers()
    {
        SegmentationResult result = CustomerSegmentation.Run(OnlineRetail.ReadFeatures(), cancellationToken: TestContext.Current.CancellationToken);
        (int K, double Inertia, double Silhouette, double CalinskiHarabasz, double DaviesBouldin)[] peers =
        [
            (2, 6483.643, .4328, 4367.3, .8925),
            (4, 3938.914, .3372, 3328.5, 1.0099),
            (6, 2854.975, .3135, 3083.0, 1.0127),
        ];
        foreach (var peer in peers)
        {
            SweepEntry entry = result.Sweep.Single(e => e.K == peer.K);
            Assert.True(entry.Inertia <= peer.Inertia + 0.001, $"k = {peer.K}: {entry.Inertia}");
            Assert.Equal(peer.Silhouette, entry.Silhouette, 0.002);
            Assert.Equal(peer.CalinskiHarabasz, entry.CalinskiHarabasz, 1.0);
            Assert.Equal(peer.DaviesBouldin, entry.DaviesBouldin, 0.003);
        }
    }

    [Fact]
    public void Nine_standardised_features_have_the_peers_components()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        var options = new SegmentationOptions { Features = [.. table.Definitions.Select(d => d.Id)], LogTransform = false, MaxClusters = 2, Starts = 1 };

        SegmentationResult result = CustomerSegmentation.Run(table, options, cancellationToken: TestContext.Current.CancellationToken);

        double[] peers = [.279414, .212353, .148715, .133083, .106512, .058920, .032149, .021915, .006939];
        Assert.Equal(peers, result.Projection!.ExplainedVarianceRatio.Select(ratio => Math.Round(ratio, 6)));
        Assert.Equal(peers, result.AllFeatures!.ExplainedVarianceRatio.Select(ratio => Math.Round(ratio, 6)));
        Assert.Contains(result.Notes, note => note.Contains("1,493 customers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_high_silhouette_of_specks_is_warned_of()
    {
        var options = new SegmentationOptions { LogTransform = false, Scaling = ScalingMethod.None, MaxClusters = 6 };

        SegmentationResult result = CustomerSegmentation.Run(OnlineRetail.ReadFeatures(), options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(result.Suggestion!.Warnings, warning => warning.Contains("highest silhouette", StringComparison.Ordinal));
        Assert.NotEmpty(result.Find(4)!.Warnings);
        Assert.Equal(4300, result.Find(4)!.Segments.Max(segment => segment.Size), 40.0);
    }

    [Fact]
    public void Shares_add_up_and_colours_are_used_once_at_every_k()
    {
        SegmentationResult result = CustomerSegmentation.Run(Blobs(4, 60), Options(8), cancellationToken: TestContext.Current.CancellationToken);
        foreach (SegmentSolution solution in result.Solutions)
        {
            Assert.Equal(1, solution.Segments.Sum(segment => segment.CustomerShare), 12);
            Assert.Equal(1, solution.Segments.Sum(segment => segment.RevenueShare!.Value), 12);
            Assert.Equal(Enumerable.Range(0, solution.K), solution.Segments.Select(segment => segment.ColourSlot).Order());
            Assert.Equal(Enumerable.Range(0, solution.K), solution.Segments.Select(segment => segment.Id));
            double[] spend = [.. solution.Segments.Select(segment => segment.Feature(FeatureIds.Monetary).Mean)];
            Assert.Equal(spend.OrderDescending(), spend);
            Assert.All(solution.Segments, segment => Assert.Equal(segment.Id, solution.Labels[segment.TypicalRow]));
        }
    }

    [Fact]
    public void Planted_groups_are_suggested_and_found()
    {
        SegmentationResult result = CustomerSegmentation.Run(Blobs(4, 60), Options(8), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(4, result.Suggestion!.K);
        Assert.All(result.Find(4)!.Segments, segment => Assert.Equal(60, segment.Size));
        Assert.Equal(6, result.Suggestion.Choices.Count);
    }

    [Fact]
    public void The_persons_choice_of_k_wins()
    {
        SegmentationResult result = CustomerSegmentation.Run(
            Blobs(4, 60), Options(8) with { ChosenK = 6 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((6, 6, 4), (result.ChosenK, result.Chosen.Segments.Count, result.Suggestion!.K));
    }

    [Fact]
    public void A_constant_feature_is_left_out_and_said()
    {
        SegmentationResult result = CustomerSegmentation.Run(
            Table([1, 2, 3, 10, 11, 12], [5, 5, 5, 5, 5, 5]), Options(3), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([FeatureIds.Monetary], result.Prepared!.FeatureIds);
        Assert.Equal(FeatureIds.Recency, Assert.Single(result.Prepared.LeftOut).FeatureId);
        Assert.Contains(result.Notes, note => note.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Fewer_customers_than_k_shorten_the_sweep_and_say_so()
    {
        SegmentationResult result = CustomerSegmentation.Run(
            Table([1, 2, 10, 11], [1, 2, 3, 5]), Options(12) with { ChosenK = 9 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([2, 3], result.Sweep.Select(entry => entry.K));
        Assert.Contains(result.Notes, note => note.StartsWith("There are 4 customers, so at most 3", StringComparison.Ordinal));
        Assert.Contains(result.Notes, note => note.StartsWith("9 segments were asked for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "no customers")]
    [InlineData(1, "1 customer")]
    [InlineData(2, "2 customers")]
    public void Too_few_customers_are_a_result_with_a_reason(int count, string words)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(i => (double)i)];

        SegmentationResult result = CustomerSegmentation.Run(Table(values, values), Options(4), cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.HasSegments);
        Assert.Contains(words, result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_who_are_all_alike_are_a_result_with_a_reason()
    {
        SegmentationResult result = CustomerSegmentation.Run(
            Table([7, 7, 7, 7], [5, 5, 5, 5]), Options(4), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("nothing to tell them apart", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_feature_is_a_result_with_a_reason() =>
        Assert.Contains(
            "'Shoes'",
            CustomerSegmentation.Run(
                Table([1, 2, 3], [1, 2, 3]),
                Options(4) with { Features = ["Shoes"] },
                cancellationToken: TestContext.Current.CancellationToken).Failure,
            StringComparison.Ordinal);

    [Fact]
    public void The_same_data_and_seed_give_the_same_labels()
    {
        CustomerFeatureTable table = Blobs(5, 40);

        SegmentationResult first = CustomerSegmentation.Run(table, Options(7), cancellationToken: TestContext.Current.CancellationToken);
        SegmentationResult second = CustomerSegmentation.Run(table, Options(7), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(first.Solutions.SelectMany(s => s.Labels), second.Solutions.SelectMany(s => s.Labels));
        Assert.Equal(first.Projection!.Planar, second.Projection!.Planar);
    }

    [Theory]
    [InlineData(1, 5, null)]
    [InlineData(5, 4, null)]
    [InlineData(2, 5, 6)]
    public void Options_that_contradict_themselves_are_refused(int smallest, int largest, int? chosen) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new SegmentationOptions { MinClusters = smallest, MaxClusters = largest, ChosenK = chosen }.Validate());

    private static SegmentationOptions Options(int largest) =>
        new() { Features = [FeatureIds.Monetary, FeatureIds.Recency], LogTransform = false, MaxClusters = largest };

    private static CustomerFeatureTable Blobs(int groups, int each)
    {
        var random = new RandomSource(7);
        var spend = new double[groups * each];
        var recency = new double[spend.Length];
        for (int i = 0; i < spend.Length; i++)
        {
            int group = i % groups;
            spend[i] = 1000 + (400 * (group % 2)) + (100 * group) + (20 * random.NextGaussian());
            recency[i] = 200 + (120 * (group / 2)) + (6 * random.NextGaussian());
        }

        return Table(spend, recency);
    }

    private static CustomerFeatureTable Table(double[] spend, double[] recency) => new(
        [.. Enumerable.Range(1, spend.Length).Select(i => $"C{i}")],
        [FeatureCatalog.Get(FeatureIds.Monetary), FeatureCatalog.Get(FeatureIds.Recency)],
        [spend, recency],
        new DateTime(2020, 1, 1));
}
