using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The customers with their segments, for the stages after those.</summary>
/// <param name="Customers">What was divided.</param>
/// <param name="Segmentation">Every division; null when the stage went wrong.</param>
/// <param name="Key">What the divisions depend on, but for the choice of one of them.</param>
internal sealed record Grouping(GroupingInput Customers, SegmentationResult? Segmentation, string Key)
{
    /// <summary>The segments in use, or null.</summary>
    public SegmentSolution? Chosen => Segmentation is { HasSegments: true } found ? found.Chosen : null;
}
