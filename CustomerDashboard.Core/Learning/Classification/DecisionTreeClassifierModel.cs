using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A grown classification tree; a leaf's value is the share of positives among its training rows.</summary>
public sealed class DecisionTreeClassifierModel : IClassifierModel
{
    internal DecisionTreeClassifierModel(DecisionTree tree) => Tree = tree;

    /// <summary>The nodes; impurity is Gini's, 2 p (1 - p).</summary>
    public DecisionTree Tree { get; }

    /// <inheritdoc />
    public int FeatureCount => Tree.FeatureCount;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points)
    {
        ClassificationData.RequirePredictable(points, FeatureCount);
        return Tree.Values(points);
    }
}
