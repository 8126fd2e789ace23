namespace CustomerDashboard.Core.Segmentation;

/// <summary>Where the curve of inertia over k bends most.</summary>
/// <param name="K">The knee, or null when the curve has none (fewer than three points, or no bend).</param>
/// <param name="Depths">For each entry of the sweep, how far the curve hangs below the straight line between its ends, as a share of its height.</param>
/// <param name="Reason">The finding in plain words.</param>
public sealed record Elbow(int? K, IReadOnlyList<double> Depths, string Reason);
