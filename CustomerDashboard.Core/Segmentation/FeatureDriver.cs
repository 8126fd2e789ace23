namespace CustomerDashboard.Core.Segmentation;

/// <summary>How much the division depends on one feature.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Name">Its name in the manager's words.</param>
/// <param name="Changed">The share of customers that change segment when its values are dealt out anew among them.</param>
/// <param name="StandardDeviation">How much that share differs between repeats.</param>
public sealed record FeatureDriver(string FeatureId, string Name, double Changed, double StandardDeviation);
