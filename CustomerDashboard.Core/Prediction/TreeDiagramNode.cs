namespace CustomerDashboard.Core.Prediction;

/// <summary>One node of a drawn tree.</summary>
/// <param name="Id">Its position in the list.</param>
/// <param name="Parent">The parent's id, -1 for the root.</param>
/// <param name="Left">Child where the condition holds, -1 for a leaf.</param>
/// <param name="Right">Child where it does not, -1 for a leaf.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="FeatureId">The feature asked about, null for a leaf.</param>
/// <param name="Threshold">Left when the feature is at most this (natural units).</param>
/// <param name="Condition">The question in words with units ("Days since last purchase at most 41.3 days"); empty for a leaf.</param>
/// <param name="Customers">Training customers who reach the node.</param>
/// <param name="Share">Their share of all training customers.</param>
/// <param name="Value">Probability of buying again, or mean spend.</param>
/// <param name="Impurity">Gini impurity, or mean squared deviation.</param>
public sealed record TreeDiagramNode(
    int Id, int Parent, int Left, int Right, int Depth, string? FeatureId, double? Threshold, string Condition,
    int Customers, double Share, double Value, double Impurity)
{
    public bool IsLeaf => Left < 0;
}
