namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A number of clusters that could not be tried.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record SkippedClusterCount(int K, string Reason);
