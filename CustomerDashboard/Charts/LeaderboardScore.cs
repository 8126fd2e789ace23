namespace CustomerDashboard.Charts;

/// <summary>A figure of a model; its limits are NaN where no interval is known.</summary>
public readonly record struct LeaderboardScore(double Value, double Lower = double.NaN, double Upper = double.NaN);
