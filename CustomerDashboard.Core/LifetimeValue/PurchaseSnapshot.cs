namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What is known of the customers at one day.</summary>
/// <param name="Customers">Who had bought by then: indices of the customers.</param>
/// <param name="Counts">Their repeat purchases, in days, in the same order.</param>
/// <param name="MonetaryValue">The mean amount of their repeat purchases; 0 without one.</param>
public sealed record PurchaseSnapshot(int[] Customers, PurchaseCounts Counts, double[] MonetaryValue);
