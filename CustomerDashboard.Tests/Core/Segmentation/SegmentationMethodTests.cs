using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

/// <summary>Every method over the real customers, through the same road as the page and the command line.</summary>
public sealed class SegmentationMethodTests
{
    [Fact]
    public void Ward_cuts_Online_Retail_as_the_peer_does()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.Hierarchical, ChosenK = 4 });

        Assert.Null(result.Failure);
        Assert.Equal([1716, 1517, 762, 343], result.Chosen.Segments.Select(segment => segment.Size).OrderDescending());
        Assert.Equal(0.2800, result.Sweep.Single(entry => entry.K == 4).Silhouette, 0.0005);
        double[] last = [.. result.Findings.Tree!.Merges.TakeLast(4).Select(merge => merge.Height)];
        Assert.Equal(40.505, last[0], 0.0005);
        Assert.Equal(104.828, last[3], 0.0005);
        Assert.InRange(result.Findings.CopheneticCorrelation!.Value, 0.2, 1);
    }

    private static SegmentationResult Run(SegmentationOptions options) =>
        CustomerSegmentation.Run(OnlineRetail.ReadFeatures(), options, cancellationToken: TestContext.Current.CancellationToken);
}
