namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>One point of a ROC curve: calling everyone with a score of at least <paramref name="Threshold"/> positive.</summary>
/// <param name="FalsePositiveRate">Share of negatives called positive.</param>
/// <param name="TruePositiveRate">Share of positives called positive (recall).</param>
/// <param name="Threshold">The score; positive infinity at (0, 0).</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate, double Threshold);
