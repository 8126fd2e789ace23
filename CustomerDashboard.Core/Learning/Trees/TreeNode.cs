namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>One node of a decision tree.</summary>
/// <param name="Parent">Position of the parent, -1 for the root.</param>
/// <param name="Left">Position of the child for values at most the threshold, -1 for a leaf.</param>
/// <param name="Right">Position of the child for greater values, -1 for a leaf.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="Feature">Column asked about, -1 for a leaf.</param>
/// <param name="Threshold">Halfway between the two neighbouring training values; NaN for a leaf.</param>
/// <param name="Count">Training rows that reach the node, each counted once.</param>
/// <param name="Value">Their mean target: a share of positives, or a mean.</param>
/// <param name="Impurity">Gini impurity, or mean squared deviation.</param>
/// <param name="Weight">The sum of the rows' weights: their number where all count alike.</param>
public readonly record struct TreeNode(
    int Parent, int Left, int Right, int Depth, int Feature, double Threshold, int Count, double Value, double Impurity, double Weight)
{
    public bool IsLeaf => Left < 0;
}
