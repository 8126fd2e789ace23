namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>How a grouping holds when its points are drawn anew.</summary>
/// <param name="Clusters">Each cluster, by label.</param>
/// <param name="Resamples">How many times points were drawn.</param>
/// <param name="MeanAdjustedRand">The mean adjusted Rand index between the groupings of two resamples, over all pairs of them.</param>
/// <param name="Failed">In how many resamples the points could not be clustered, because too few of them differ; no cluster was recovered there.</param>
public sealed record ClusterStabilityResult(
    IReadOnlyList<ClusterStabilityEntry> Clusters, int Resamples, double MeanAdjustedRand, int Failed);
