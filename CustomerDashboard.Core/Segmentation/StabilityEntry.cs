namespace CustomerDashboard.Core.Segmentation;

/// <summary>How well the segments of one k come back when the customers are drawn anew with replacement (C. Hennig, 2007).</summary>
/// <param name="Resamples">How often customers were drawn anew.</param>
/// <param name="MeanAdjustedRand">Mean adjusted Rand index between the division and those of the resamples: 1 = always the same, 0 = chance.</param>
/// <param name="Jaccard">Mean overlap of each segment with its best match, by segment id; 0 to 1.</param>
/// <param name="Dissolved">In how many resamples each segment found no match of at least one half, by segment id.</param>
public sealed record StabilityEntry(int Resamples, double MeanAdjustedRand, IReadOnlyList<double> Jaccard, IReadOnlyList<int> Dissolved);
