using CustomerDashboard.Core.Baskets.Network;

namespace CustomerDashboard.Components.Pages.Links;

/// <summary>A neighbour as a row of a table.</summary>
public sealed record NeighbourRow(int Node, string Name, int Together, double Share, double Lift, double Overlap, double PValue)
{
    public static NeighbourRow Of(LinkNetwork network, int node, NetworkNeighbour neighbour)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkLink link = neighbour.Link;
        return new NeighbourRow(
            neighbour.Node, network.Nodes[neighbour.Node].Name, link.Together, (double)link.Together / network.Nodes[node].Occurrences, link.Lift, link.Overlap, link.PValue);
    }
}
