using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class SegmentExplainerTests
{
    [Fact]
    public void Four_segments_of_Online_Retail_are_told_by_short_rules_that_keep_their_promise()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, new SegmentationOptions { MaxClusters = 6, Starts = 3, ChosenK = 4 });

        SegmentExplanation explained = SegmentExplainer.Explain(table, result, result.Chosen, TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 2, 3], explained.Rules.Select(rule => rule.SegmentId));
        Assert.All(explained.Rules, rule => Assert.InRange(rule.Rule.F1, 0.7, 1));
        Assert.All(explained.Rules, rule => Assert.InRange(rule.Rule.Length, 1, 8));
        Assert.Contains("Orders ≥", string.Join('\n', explained.Rules.Select(rule => rule.Text)));
        Assert.InRange(explained.Fidelity, 0.75, 1);
        Assert.Equal(3, explained.Drivers.Count);
        Assert.All(explained.Drivers, driver => Assert.InRange(driver.Changed, 0.05, 0.9));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', explained.Rules.Select(rule => $"{rule.Text}: {rule.Precision:P0} {rule.Recall:P0}")));
    }

    [Fact]
    public void Noise_has_no_rule_and_scores_have_no_drivers()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult crowds = Run(table, new SegmentationOptions { Method = SegmentationMethod.Dbscan, Density = new DensitySettings { Epsilon = 0.3 } });
        Assert.Equal(6, SegmentExplainer.Explain(table, crowds, crowds.Chosen).Rules.Count);

        SegmentationResult scores = Run(table, new SegmentationOptions { Method = SegmentationMethod.RfmScoring });
        SegmentExplanation explained = SegmentExplainer.Explain(table, scores, scores.Chosen);
        Assert.Equal(11, explained.Rules.Count);
        Assert.Empty(explained.Drivers);
    }

    private static SegmentationResult Run(CustomerFeatureTable table, SegmentationOptions options) =>
        CustomerSegmentation.Run(table, options, cancellationToken: TestContext.Current.CancellationToken);
}
