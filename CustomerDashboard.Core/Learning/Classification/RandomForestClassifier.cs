using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// A random forest: unpruned classification trees, each on its own bootstrap sample of the rows, each split the best among a few
/// columns drawn at random; the probability is the mean of the leaves' shares. Scaling changes nothing.
/// </summary>
/// <remarks>
/// L. Breiman, "Random forests", 2001. Values are sorted into at most 255 quantile bins first, which is exact for columns of fewer
/// values. Costs about O(trees x tries x n log n); trees are kept whole, about 60 bytes a node.
/// </remarks>
public sealed class RandomForestClassifier(RandomForestOptions options) : IWeightedClassifier
{
    /// <inheritdoc />
    public string Name => "Random forest";

    /// <summary>Grows a forest.</summary>
    /// <param name="points">n rows, d columns, in natural units.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">How many trees and how they grow; null for the defaults.</param>
    /// <param name="weights">How much each row counts where it is drawn; empty for all alike.</param>
    /// <param name="progress">Told after every tree.</param>
    /// <param name="cancellationToken">Stops within a tree.</param>
    /// <exception cref="ArgumentException">No rows, one class only, a missing or infinite value, or lengths that differ.</exception>
    public static RandomForestClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        RandomForestOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new RandomForestOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels);
        ClassificationData.RequireWeights(weights, labels);
        double[] targets = ClassificationData.ToTargets(labels);
        (DecisionForest forest, double[]? outOfBag) = RandomForest.Grow(
            points, targets, weights, options, 2, (int)Math.Sqrt(points.Columns), progress, cancellationToken);
        return new RandomForestClassifierModel(forest, outOfBag, targets);
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
