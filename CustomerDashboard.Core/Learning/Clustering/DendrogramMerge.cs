namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Two clusters of a tree joined into one.</summary>
/// <param name="Left">One cluster: a leaf from 0 to n - 1, or n + the number of the merge that made it. Always below <paramref name="Right"/>.</param>
/// <param name="Right">The other.</param>
/// <param name="Height">Their distance, by the linkage.</param>
/// <param name="Size">How many points the joined cluster has.</param>
public readonly record struct DendrogramMerge(int Left, int Right, double Height, int Size);
