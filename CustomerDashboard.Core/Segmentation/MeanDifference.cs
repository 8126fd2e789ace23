namespace CustomerDashboard.Core.Segmentation;

/// <summary>How far the mean of a segment lies from that of all customers, and whether chance would explain it.</summary>
/// <param name="Effect">The difference in standard deviations of all customers (<see cref="FeatureProfile.StandardisedDifference"/>).</param>
/// <param name="Z">The difference in standard errors; NaN where there is nothing to test.</param>
/// <param name="PValue">How often as many customers drawn at random would differ at least so much.</param>
/// <param name="BeyondChance">Whether that is rarer than the level, shared out over all tests of the division.</param>
public readonly record struct MeanDifference(double Effect, double Z, double PValue, bool BeyondChance);
