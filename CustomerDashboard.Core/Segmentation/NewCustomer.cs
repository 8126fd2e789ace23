namespace CustomerDashboard.Core.Segmentation;

/// <summary>A customer who was not among those the segments were made of.</summary>
/// <param name="Id">What the person calls them.</param>
/// <param name="Values">The value of each feature by id, in the feature's own unit; left out or NaN where unknown.</param>
public sealed record NewCustomer(string Id, IReadOnlyDictionary<string, double> Values);
