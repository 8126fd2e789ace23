namespace CustomerDashboard.Core.Recommendations;

/// <summary>A product that makes a dimension.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Loading">Its weight in the dimension, from -1 to 1.</param>
public sealed record DimensionProduct(string Code, string Name, double Loading);
