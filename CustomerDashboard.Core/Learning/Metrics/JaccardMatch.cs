namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>The cluster of another grouping that is most like a given one.</summary>
/// <param name="Label">Its label, -1 when no cluster shares a point with it.</param>
/// <param name="Similarity">Points in both, divided by points in either: 0 to 1.</param>
public readonly record struct JaccardMatch(int Label, double Similarity);
