namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>The gap statistic at one number of clusters.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="LogDispersion">The logarithm of the squared distances within clusters.</param>
/// <param name="ReferenceMean">The mean of the same over points without structure.</param>
/// <param name="Gap">How far the points are below that.</param>
/// <param name="StandardError">The uncertainty of the gap from the reference sets: their deviation times sqrt(1 + 1/B).</param>
public sealed record GapEntry(int K, double LogDispersion, double ReferenceMean, double Gap, double StandardError);
