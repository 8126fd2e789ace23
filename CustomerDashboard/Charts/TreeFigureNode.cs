namespace CustomerDashboard.Charts;

/// <summary>A node of a drawn decision tree.</summary>
/// <param name="Text">The question ("Recency ≤ 90 days") or, at a leaf, the answer ("63 % buy again").</param>
/// <param name="Detail">Sample size and share, under the text.</param>
/// <param name="Value">From 0 to 1, how strongly the node's answer is "yes"; colours the box. Null for no colour.</param>
/// <param name="Yes">Where those go who meet the condition; null at a leaf.</param>
/// <param name="No">Where the others go; null at a leaf.</param>
public sealed record TreeFigureNode(string Text, string Detail, double? Value = null, TreeFigureNode? Yes = null, TreeFigureNode? No = null);
