using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>A grown regression tree; a leaf's value is the mean target of its training rows.</summary>
public sealed class DecisionTreeRegressorModel : IRegressorModel
{
    internal DecisionTreeRegressorModel(DecisionTree tree) => Tree = tree;

    /// <summary>The nodes; impurity is the mean squared deviation.</summary>
    public DecisionTree Tree { get; }

    /// <inheritdoc />
    public int FeatureCount => Tree.FeatureCount;

    /// <inheritdoc />
    public double[] Predict(Matrix points)
    {
        RegressionData.RequirePredictable(points, FeatureCount);
        return Tree.Values(points);
    }
}
