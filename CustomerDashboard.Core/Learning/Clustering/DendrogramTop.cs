namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The top of a tree, small enough to draw.</summary>
/// <param name="Tips">The branches cut short, from left to right.</param>
/// <param name="Links">The merges above them, the lowest first; one less than the tips.</param>
public sealed record DendrogramTop(IReadOnlyList<DendrogramTip> Tips, IReadOnlyList<DendrogramLink> Links);
