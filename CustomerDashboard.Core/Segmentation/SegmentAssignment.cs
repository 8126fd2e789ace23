namespace CustomerDashboard.Core.Segmentation;

/// <summary>The segment of a new customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Confidence">Share of the most similar known customers that are in this segment, 0 to 1; for mixtures the probability of the segment, unless something is unknown.</param>
/// <param name="RunnerUpId">The next best segment, or null when there is no other.</param>
/// <param name="RunnerUpShare">Its share or probability.</param>
/// <param name="SimilarRows">The most similar known customers, nearest first: rows of the feature table.</param>
/// <param name="Notes">What to be wary of: values that were missing, or beyond those of every known customer.</param>
public sealed record SegmentAssignment(
    string CustomerId,
    int SegmentId,
    double Confidence,
    int? RunnerUpId,
    double RunnerUpShare,
    IReadOnlyList<int> SimilarRows,
    IReadOnlyList<string> Notes)
{
    /// <summary>The names of features that were not told although every known customer has them; the answer rests on the others.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}
