namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>The nodes that hold the network together, and what it would be without them.</summary>
/// <param name="Nodes">The nodes with most betweenness that have neighbours in several communities, at most five.</param>
/// <param name="CommunitiesJoined">For each, in how many communities it has neighbours.</param>
/// <param name="LargestBefore">Nodes of the largest connected part.</param>
/// <param name="LargestAfter">Nodes of the largest connected part without them.</param>
/// <param name="PartsBefore">Connected parts.</param>
/// <param name="PartsAfter">Connected parts without them.</param>
public sealed record NetworkBridges(
    IReadOnlyList<int> Nodes, IReadOnlyList<int> CommunitiesJoined, int LargestBefore, int LargestAfter, int PartsBefore, int PartsAfter);
