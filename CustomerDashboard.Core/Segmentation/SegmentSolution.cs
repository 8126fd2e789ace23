using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>One way to divide all customers into k segments.</summary>
/// <param name="K">The number of segments; customers outside every segment (noise) are one more entry of <paramref name="Segments"/>.</param>
/// <param name="Labels">The segment of each customer, by row of the feature table: an index into <paramref name="Segments"/>.</param>
/// <param name="Segments">The segments, by <see cref="SegmentSummary.Id"/>: highest mean spend first, or largest first without spend.</param>
/// <param name="Overall">Every feature over all customers: the average customer the segments are compared with.</param>
/// <param name="Warnings">What to be wary of in this division, in plain words; usually empty.</param>
public sealed record SegmentSolution(
    int K, int[] Labels, IReadOnlyList<SegmentSummary> Segments, IReadOnlyList<FeatureProfile> Overall, IReadOnlyList<string> Warnings)
{
    /// <summary>The fitted clusters where new customers can be put into them; null where the method has no such rule.</summary>
    internal IPredictingClusterModel? Model { get; init; }

    /// <summary>The segment of each cluster as the method numbered them, such as the branches of a cut tree.</summary>
    public IReadOnlyList<int> SegmentOfCluster { get; init; } = [];

    /// <summary>The customers outside every segment, or null when there are none.</summary>
    public SegmentSummary? Noise => Segments.Count > 0 && Segments[^1].IsNoise ? Segments[^1] : null;
}
