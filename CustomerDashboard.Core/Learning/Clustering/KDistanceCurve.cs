namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The distances of all points to their k-th nearest other point, and where their curve bends.</summary>
/// <param name="K">Which neighbour is meant; a point is not its own neighbour here.</param>
/// <param name="Distances">One distance per point, ascending.</param>
/// <param name="KneeIndex">The position of the knee in <paramref name="Distances"/>, null when the curve has none.</param>
/// <param name="SuggestedEpsilon">The distance at the knee: a first value of epsilon for MinPoints = K + 1.</param>
/// <param name="Reason">One plain sentence for the page.</param>
public sealed record KDistanceCurve(int K, double[] Distances, int? KneeIndex, double? SuggestedEpsilon, string Reason);
