namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>The gap statistic over several numbers of clusters.</summary>
/// <param name="Entries">One per number of clusters, ascending.</param>
/// <param name="K">The smallest number whose gap is within one standard error of the next one's or above it, null when there is none.</param>
/// <param name="Reason">One plain sentence for the page.</param>
public sealed record GapResult(IReadOnlyList<GapEntry> Entries, int? K, string Reason);
