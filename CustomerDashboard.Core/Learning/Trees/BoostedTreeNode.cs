namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>One node of a boosted tree.</summary>
/// <param name="Left">Position of the child for values at most the threshold, -1 for a leaf.</param>
/// <param name="Right">Position of the child for greater values, -1 for a leaf.</param>
/// <param name="Feature">Column asked about, -1 for a leaf.</param>
/// <param name="Threshold">Between two training values; NaN for a leaf.</param>
/// <param name="MissingLeft">Whether a missing value goes left.</param>
/// <param name="Gain">What the split lowers the regularised loss by, before gamma; 0 for a leaf.</param>
/// <param name="Cover">Sum of the second derivatives of the rows that reach the node.</param>
/// <param name="Value">What the node adds to the margin as a leaf, the learning rate included.</param>
public readonly record struct BoostedTreeNode(
    int Left, int Right, int Feature, double Threshold, bool MissingLeft, double Gain, double Cover, double Value)
{
    public bool IsLeaf => Left < 0;
}
