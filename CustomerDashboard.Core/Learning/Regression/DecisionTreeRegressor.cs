using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>
/// A regression tree (CART): every split is the one threshold on one feature that lowers the squared error most, found
/// exactly over the sorted values. Equally good splits: the first feature, then the lowest threshold.
/// </summary>
/// <remarks>
/// Breiman, Friedman, Olshen, Stone, "Classification and Regression Trees", 1984. Costs O(d n log n) for sorting once and
/// O(d n) per level.
/// </remarks>
public sealed class DecisionTreeRegressor(DecisionTreeOptions options) : IWeightedRegressor
{
    /// <inheritdoc />
    public string Name => "Regression tree";

    /// <summary>Grows a tree.</summary>
    /// <param name="points">n rows, d columns, in natural units: scaling does not change the splits.</param>
    /// <param name="targets">The number to learn for each row.</param>
    /// <param name="options">When to stop growing, and how strongly to prune; null for the defaults.</param>
    /// <param name="weights">How much each row counts; empty for all alike.</param>
    /// <param name="progress">Told as leaves are settled.</param>
    /// <param name="cancellationToken">Stops between splits.</param>
    /// <exception cref="ArgumentException">No rows, a missing or infinite value, or lengths that differ.</exception>
    public static DecisionTreeRegressorModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        DecisionTreeOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new DecisionTreeOptions();
        options.Validate();
        RegressionData.RequireLearnable(points, targets);
        LearningData.RequireWeights(weights, targets.Length);
        return new DecisionTreeRegressorModel(
            TreeGrower.Grow(points, targets.ToArray(), weights, options, 1, progress, cancellationToken));
    }

    /// <inheritdoc />
    public IRegressorModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> weights,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default) => Fit(points, targets, options, weights, progress, cancellationToken);

    IRegressorModel IRegressor.Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, targets, options, default, progress, cancellationToken);
}
