namespace CustomerDashboard.Core.Segmentation;

/// <summary>One way to divide all customers into k segments.</summary>
/// <param name="K">The number of segments.</param>
/// <param name="Labels">The segment of each customer, by row of the feature table: an index into <paramref name="Segments"/>.</param>
/// <param name="Segments">The segments, by <see cref="SegmentSummary.Id"/>: highest mean spend first, or largest first without spend.</param>
/// <param name="Overall">Every feature over all customers: the average customer the segments are compared with.</param>
/// <param name="Warnings">What to be wary of in this division, in plain words; usually empty.</param>
public sealed record SegmentSolution(
    int K, int[] Labels, IReadOnlyList<SegmentSummary> Segments, IReadOnlyList<FeatureProfile> Overall, IReadOnlyList<string> Warnings);
