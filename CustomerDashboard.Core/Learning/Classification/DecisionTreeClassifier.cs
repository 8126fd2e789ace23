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
public sealed class DecisionTreeClassifier(DecisionTreeOptions options) : IWeightedClassifier
{
    /// <inheritdoc />
    public string Name => "Decision tree";

    /// <summary>Grows a tree.</summary>
    /// <param name="points">n rows, d columns, in natural units: scaling does not change the splits.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">When to stop growing, and how strongly to prune; null for the defaults.</param>
    /// <param name="weights">How much each row counts; empty for all alike.</param>
    /// <param name="progress">Told as leaves are settled.</param>
    /// <param name="cancellationToken">Stops between splits.</param>
    /// <exception cref="ArgumentException">No rows, one class only, a missing or infinite value, or lengths that differ.</exception>
    public static DecisionTreeClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        DecisionTreeOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new DecisionTreeOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels);
        ClassificationData.RequireWeights(weights, labels);

        // With 0/1 targets the squared error of a node is n p (1 - p), half its Gini impurity times n: the same splits.
        return new DecisionTreeClassifierModel(
            TreeGrower.Grow(points, ClassificationData.ToTargets(labels), weights, options, 2, progress, cancellationToken));
    }

    /// <inheritdoc />
    public IClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> weights,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default) => Fit(points, labels, options, weights, progress, cancellationToken);

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, options, default, progress, cancellationToken);
}
