namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>Another value to try for one feature.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="Value">The value.</param>
public sealed record FeatureChange(int Feature, double Value);
