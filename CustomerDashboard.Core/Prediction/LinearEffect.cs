namespace CustomerDashboard.Core.Prediction;

/// <summary>What one standard deviation more of a feature adds to the expected spend, the others held fixed.</summary>
public sealed record LinearEffect(string FeatureId, string Name, double PerStandardDeviation);
