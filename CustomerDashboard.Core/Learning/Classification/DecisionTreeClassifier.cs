using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// A classification tree (CART): every split is the one threshold on one feature that lowers the Gini impurity most,
/// found exactly over the sorted values. Equally good splits: the first feature, then the lowest threshold.
/// </summary>
/// <remarks>
/// Breiman, Friedman, Olshen, Stone, "Classification and Regression Trees", 1984. Costs O(d n log n) for sorting once and
/// O(d n) per level.
/// </remarks>
public sealed class DecisionTreeClassifier(DecisionTreeOptions options) : IClassifier
{
    /// <inheritdoc />
    public string Name => "Decision tree";

    /// <summary>Grows a tree.</summary>
    /// <param name="points">n rows, d columns, in natural units: scaling does not change the splits.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">When to stop growing; null for the defaults.</param>
    /// <param name="progress">Told after every level-free step of work.</param>
    /// <param name="cancellationToken">Stops between splits.</param>
    /// <exception cref="ArgumentException">No rows, one class only, a missing or infinite value, or lengths that differ.</exception>
    public static DecisionTreeClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        DecisionTreeOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new DecisionTreeOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels);
        var targets = new double[labels.Length];
        for (int row = 0; row < targets.Length; row++)
        {
            targets[row] = labels[row] ? 1 : 0;
        }

        // With 0/1 targets the squared error of a node is n p (1 - p), half its Gini impurity times n: the same splits.
        TreeNode[] nodes = TreeGrower.Grow(points, targets, options, 2, progress, cancellationToken);
        return new DecisionTreeClassifierModel(new DecisionTree(nodes, points.Columns));
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, options, progress, cancellationToken);
}
