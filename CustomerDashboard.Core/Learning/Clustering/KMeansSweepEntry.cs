using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>One number of clusters of a sweep, with what speaks for and against it.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="Model">The clusters.</param>
/// <param name="Silhouette">From -1 to 1, higher is better.</param>
/// <param name="CalinskiHarabasz">Higher is better.</param>
/// <param name="DaviesBouldin">Lower is better.</param>
public sealed record KMeansSweepEntry(int K, KMeansModel Model, SilhouetteScore Silhouette, double CalinskiHarabasz, double DaviesBouldin);
