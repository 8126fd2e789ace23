namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>One point of a precision-recall curve: calling everyone with a score of at least <paramref name="Threshold"/> positive.</summary>
/// <param name="Recall">Share of positives called positive.</param>
/// <param name="Precision">Share of those called positive that are.</param>
/// <param name="Threshold">The score.</param>
public readonly record struct PrecisionRecallPoint(double Recall, double Precision, double Threshold);
