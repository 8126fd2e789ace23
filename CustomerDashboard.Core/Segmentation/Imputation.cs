namespace CustomerDashboard.Core.Segmentation;

/// <summary>What stood in for the missing values of a feature.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Customers">How many customers had no value.</param>
/// <param name="Value">The value that stood in, in the feature's own unit.</param>
/// <param name="Reason">Why this value, in plain words.</param>
public sealed record Imputation(string FeatureId, int Customers, double Value, string Reason);
