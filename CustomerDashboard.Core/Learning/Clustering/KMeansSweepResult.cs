using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>k-means for a range of numbers of clusters.</summary>
/// <param name="Entries">The numbers tried, ascending; empty when there are too few different points for any.</param>
/// <param name="Skipped">The numbers that could not be tried, ascending.</param>
/// <param name="Elbow">Where the inertia curve bends.</param>
public sealed record KMeansSweepResult(
    IReadOnlyList<KMeansSweepEntry> Entries, IReadOnlyList<SkippedClusterCount> Skipped, ElbowResult Elbow);
