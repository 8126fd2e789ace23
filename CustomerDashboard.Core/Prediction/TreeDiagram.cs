namespace CustomerDashboard.Core.Prediction;

/// <summary>A decision tree ready to draw.</summary>
/// <param name="Nodes">The nodes; entry 0 is the root, children follow their parent.</param>
/// <param name="Depth">Splits on the longest way down.</param>
/// <param name="LeafCount">The number of leaves.</param>
public sealed record TreeDiagram(IReadOnlyList<TreeDiagramNode> Nodes, int Depth, int LeafCount);
