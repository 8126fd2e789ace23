namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>A link of the network.</summary>
/// <param name="From">One end, an index into <see cref="LinkNetwork.Nodes"/>, below <paramref name="To"/>.</param>
/// <param name="To">The other end.</param>
/// <param name="Together">For products the baskets that hold both, for customers the products both bought.</param>
/// <param name="Lift">How many times as often as by chance.</param>
/// <param name="Overlap">The share of what holds either that holds both (Jaccard).</param>
/// <param name="PValue">Fisher's exact test that chance puts them together as often, corrected for all pairs looked at.</param>
public readonly record struct NetworkLink(int From, int To, int Together, double Lift, double Overlap, double PValue);
