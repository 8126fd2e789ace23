namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>A group of cases with similar predicted probability.</summary>
/// <param name="Count">Cases in the group.</param>
/// <param name="MeanPredicted">Mean predicted probability.</param>
/// <param name="ObservedShare">Share of positives among them.</param>
public readonly record struct CalibrationBin(int Count, double MeanPredicted, double ObservedShare);
