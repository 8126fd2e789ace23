namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>A figure of scores for a yes/no question.</summary>
public delegate double BinaryMetric(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels);
