namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Customers who had come back equally often before the cut-off.</summary>
/// <param name="Least">The fewest repeat purchases.</param>
/// <param name="Most">The most; null for no limit.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="Actual">Their mean purchases in the days held out.</param>
/// <param name="Expected">The mean each contender expected, in the order of the race.</param>
public sealed record FrequencyBand(int Least, int? Most, int Customers, double Actual, IReadOnlyList<double> Expected);
