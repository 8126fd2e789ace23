namespace CustomerDashboard.Core.Segmentation;

/// <summary>How a feature is spread in each segment, as curves.</summary>
/// <param name="Grid">The values at which the curves are given, ascending, in the feature's own unit.</param>
/// <param name="Densities">By segment id one height per value, each curve with an area of 1; empty where fewer than two customers have a value.</param>
/// <param name="LogScale">Whether the curves are drawn over the logarithm (base 10) of the feature; areas are then over that.</param>
/// <param name="Beyond">Customers with a value outside of the grid, at the ends of long tails.</param>
public sealed record FeatureDensityCurves(double[] Grid, IReadOnlyList<double[]> Densities, bool LogScale, int Beyond);
