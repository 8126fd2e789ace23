namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// One cluster of the condensed density tree. Density is one over distance; as the demanded density rises a cluster appears,
/// loses points, and ends by splitting or by falling apart.
/// </summary>
/// <param name="Parent">The position in the tree of the cluster it split from, -1 for the root.</param>
/// <param name="Birth">The density at which it appears.</param>
/// <param name="Death">The density at which it ends.</param>
/// <param name="Size">How many points it has when it appears.</param>
/// <param name="Stability">Its excess of mass: over its points, how much longer than its birth each stays.</param>
/// <param name="Label">Its label when it was selected, else -1.</param>
public sealed record CondensedCluster(int Parent, double Birth, double Death, int Size, double Stability, int Label);
