namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Nodes that are more with each other than with the rest.</summary>
/// <param name="Index">Its number; 0 is the largest.</param>
/// <param name="Name">Its two strongest nodes.</param>
/// <param name="Size">How many nodes it has.</param>
/// <param name="Links">How many links lie within it.</param>
/// <param name="InsideShare">The share of the weight of its nodes' links that lies within it.</param>
/// <param name="Top">Its strongest nodes by links within it, at most five, as indices into <see cref="LinkNetwork.Nodes"/>.</param>
public sealed record NetworkCommunity(int Index, string Name, int Size, int Links, double InsideShare, IReadOnlyList<int> Top);
