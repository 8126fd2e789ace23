namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>A link between two nodes of a graph; it has no direction.</summary>
/// <param name="From">One node, from 0.</param>
/// <param name="To">The other node.</param>
/// <param name="Weight">How strong the link is; above 0.</param>
public readonly record struct GraphEdge(int From, int To, double Weight = 1);
