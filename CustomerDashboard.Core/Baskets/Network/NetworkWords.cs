using System.Globalization;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>What a network says, in sentences for people who have not heard of centralities.</summary>
public static class NetworkWords
{
    /// <summary>The answer of the network in a sentence or two.</summary>
    /// <param name="network">The network.</param>
    /// <param name="things">What the nodes are: "products" or "customers".</param>
    public static string Answer(LinkNetwork network, string things)
    {
        ArgumentNullException.ThrowIfNull(network);
        int real = network.Communities.Count(community => community.Size > 2);
        string parts = network.ComponentSizes.Count == 1
            ? "all connected with each other"
            : Text($"of which {network.ComponentSizes[0]:N0} are connected with each other");
        string groups = real switch
        {
            0 => "",
            1 => " They form one community.",
            _ => Text($" They form {real:N0} communities of three or more."),
        };
        NetworkNode hub = network.Nodes[network.Hubs[0]];
        return Text($"{network.Nodes.Count:N0} {things} are linked, {parts}.{groups} {hub.Name} has the most links: {hub.Degree:N0}.");
    }

    /// <summary>Which nodes are linked with most others.</summary>
    public static string Hubs(LinkNetwork network, string things)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkNode first = network.Nodes[network.Hubs[0]];
        string names = Listed([.. network.Hubs.Select(node => network.Nodes[node].Name)]);
        return network.Hubs.Count == 1
            ? $"{names} is linked with most others."
            : Text($"The hubs: {names}. {first.Name} alone is linked with {first.Degree:N0} of the other {network.Nodes.Count - 1:N0} {things} ({first.DegreeCentrality:0%}).");
    }

    /// <summary>Which nodes connect what would lie apart, and what becomes of the network without them; null when none does.</summary>
    public static string? Bridges(LinkNetwork network, string things)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Bridges is not { } bridges)
        {
            return null;
        }

        string names = Listed([.. bridges.Nodes.Select(node => network.Nodes[node].Name)]);
        string connect = bridges.Nodes.Count == 1
            ? Text($"1 of the {things} connects otherwise separate communities: {names}.")
            : Text($"These {bridges.Nodes.Count} {things} connect otherwise separate communities: {names}.");
        NetworkNode first = network.Nodes[bridges.Nodes[0]];
        string ways = Text($" Of all pairs of other {things}, {first.Betweenness:0.0%} have their shortest way through {first.Name}.");
        int lost = bridges.LargestBefore - bridges.LargestAfter - bridges.Nodes.Count(node => network.Nodes[node].Component == 0);
        string without = bridges.Nodes.Count == 1 ? "Without it" : "Without them";
        return connect + ways + (lost > 0
            ? Text($" {without}, {lost:N0} more {things} lose their way to the largest connected part, which shrinks from {bridges.LargestBefore:N0} to {bridges.LargestAfter:N0}.")
            : Text($" {without}, the rest of the largest connected part still holds together by longer ways."));
    }

    /// <summary>What one node is to the network.</summary>
    public static string Node(LinkNetwork network, int node, string things)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkNode chosen = network.Nodes[node];
        IReadOnlyList<NetworkNeighbour> neighbours = network.NeighboursOf(node);
        int communities = neighbours.Select(neighbour => network.Nodes[neighbour.Node].Community).Distinct().Count();
        NetworkNeighbour closest = neighbours[0];
        string spread = communities == 1 ? "all in one community" : Text($"in {communities:N0} communities");
        return Text($"{chosen.Name} is linked with {Counted(chosen.Degree, things)}, {spread}. Its strongest link is with {network.Nodes[closest.Node].Name}: together {closest.Link.Together:N0} times, {closest.Link.Lift:0.0} times as often as by chance.");
    }

    private static string Counted(int count, string things) => Text($"{count:N0} {(count == 1 ? things.TrimEnd('s') : things)}");

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
