namespace CustomerDashboard.Core.Segmentation;

/// <summary>A customer unusually far from the centre of its segment.</summary>
/// <param name="Row">The row of the feature table.</param>
/// <param name="Score">How far, in robust standard deviations above the median distance of the segment's customers.</param>
public readonly record struct SegmentOutlier(int Row, double Score);
