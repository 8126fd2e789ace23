namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>How much depends on one feature, measured by shuffling it.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Mean">The mean over the repeats.</param>
/// <param name="StandardDeviation">How much the repeats differ.</param>
public sealed record FeatureImportance(int Feature, double Mean, double StandardDeviation);
