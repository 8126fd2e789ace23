namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Two clusters joined, each named by one of its leaves.</summary>
internal readonly record struct LeafMerge(int First, int Second, double Height);
