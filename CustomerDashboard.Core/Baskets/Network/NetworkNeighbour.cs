namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>A node linked with the one asked about.</summary>
/// <param name="Node">An index into <see cref="LinkNetwork.Nodes"/>.</param>
/// <param name="Link">The link between the two.</param>
public readonly record struct NetworkNeighbour(int Node, NetworkLink Link);
