namespace CustomerDashboard.Core.Segmentation;

/// <summary>A feature that was chosen but cannot tell customers apart.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Reason">Why it was left out, in plain words.</param>
public sealed record LeftOutFeature(string FeatureId, string Reason);
