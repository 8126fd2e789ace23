namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>One tree on the way of cost-complexity pruning.</summary>
/// <param name="Strength">The least strength (alpha) that prunes so far.</param>
/// <param name="LeafCount">Leaves that remain.</param>
/// <param name="Impurity">The impurity of the leaves, weighted by their share of the rows.</param>
public sealed record PruningStep(double Strength, int LeafCount, double Impurity);
