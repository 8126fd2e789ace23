namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Where a curve of inertia bends.</summary>
/// <param name="K">The number of clusters at the knee, or null when the curve has none.</param>
/// <param name="Strength">How far the curve sags below the straight line between its ends there, as a share of its height: 0 none, 1 a right angle.</param>
/// <param name="Reason">One plain sentence for the page.</param>
public sealed record ElbowResult(int? K, double Strength, string Reason);
