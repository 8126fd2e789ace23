namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>A figure of predicted against actual numbers.</summary>
public delegate double NumericMetric(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual);
