namespace CustomerDashboard.Core.Baskets;

/// <summary>How many rules settings would give.</summary>
/// <param name="Rules">The number.</param>
/// <param name="IsExact">False below the support that was surveyed: then it follows the growth seen above it.</param>
public readonly record struct RuleEstimate(double Rules, bool IsExact);
