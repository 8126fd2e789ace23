namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>A graph divided into communities.</summary>
/// <param name="Labels">The community of each node; 0 is the largest, of equals the one with the lowest node first.</param>
/// <param name="Sizes">The number of nodes of each community, descending.</param>
/// <param name="Modularity">How much more of the links' weight lies within communities than chance would put there.</param>
public sealed record LouvainResult(int[] Labels, int[] Sizes, double Modularity);
