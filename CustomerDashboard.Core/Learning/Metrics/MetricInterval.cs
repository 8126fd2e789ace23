namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>A figure with its sampling error.</summary>
/// <param name="Value">The figure on all cases.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="StandardError">The standard deviation of the figure over resamples.</param>
/// <param name="Resamples">The resamples on which the figure exists; with none, limits and error are NaN.</param>
public readonly record struct MetricInterval(double Value, double Lower, double Upper, double StandardError, int Resamples);
