using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Baskets.Network;

namespace CustomerDashboard.Charts;

/// <summary>What the size of a node in a network can stand for.</summary>
/// <param name="Id">Its name in an address.</param>
/// <param name="Name">The manager's word.</param>
/// <param name="Term">The field's term.</param>
/// <param name="Value">The measure of a node.</param>
/// <param name="Format">How it is written.</param>
public sealed record NodeMeasure(string Id, string Name, string Term, Func<NetworkNode, double> Value, Func<double, string> Format)
{
    public static IReadOnlyList<NodeMeasure> All { get; } =
    [
        new("degree", "Number of links", "degree", node => node.Degree, value => Numbers.Count((long)value)),
        new("betweenness", "Lies between others", "betweenness", node => node.Betweenness, Numbers.Tenths),
        new("eigenvector", "Linked with the well linked", "eigenvector centrality", node => node.Eigenvector, value => Numbers.Fixed(value, 4)),
        new("pagerank", "Draws baskets to itself", "PageRank", node => node.PageRank, value => Numbers.Fixed(value, 5)),
    ];

    public static NodeMeasure Of(string? id) => All.FirstOrDefault(measure => measure.Id == id) ?? All[0];
}
