using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Trees;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Dresses the nodes of a tree in names and units.</summary>
internal static class TreeDiagramBuilder
{
    public static TreeDiagram Build(DecisionTree tree, IReadOnlyList<FeatureDefinition> features)
    {
        var nodes = new TreeDiagramNode[tree.Nodes.Count];
        for (int id = 0; id < nodes.Length; id++)
        {
            TreeNode node = tree.Nodes[id];
            FeatureDefinition? feature = node.IsLeaf ? null : features[node.Feature];
            nodes[id] = new TreeDiagramNode(
                id,
                node.Parent,
                node.Left,
                node.Right,
                node.Depth,
                feature?.Id,
                feature is null ? null : node.Threshold,
                feature is null ? "" : FeatureWords.Condition(feature, node.Threshold),
                node.Count,
                (double)node.Count / tree.Nodes[0].Count,
                node.Value,
                node.Impurity);
        }

        return new TreeDiagram(nodes, tree.Depth, tree.LeafCount);
    }
}
