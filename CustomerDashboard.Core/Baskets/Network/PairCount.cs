namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Two items and the number of baskets that hold both; A is below B.</summary>
internal readonly record struct PairCount(int A, int B, int Together);
