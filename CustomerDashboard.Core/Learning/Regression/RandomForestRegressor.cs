using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>
/// A random forest of regression trees, each on its own bootstrap sample of the rows, each split the best among a few columns
/// drawn at random; the forecast is the mean of the leaves.
/// </summary>
/// <remarks>
/// L. Breiman, "Random forests", 2001. Costs as for <see cref="Classification.RandomForestClassifier"/>.
/// </remarks>
public sealed class RandomForestRegressor(RandomForestOptions options) : IWeightedRegressor
{
    /// <inheritdoc />
    public string Name => "Random forest";

    /// <summary>Grows a forest.</summary>
    /// <param name="points">n rows, d columns, in natural units.</param>
    /// <param name="targets">The number to learn for each row.</param>
    /// <param name="options">How many trees and how they grow; null for the defaults.</param>
    /// <param name="weights">How much each row counts where it is drawn; empty for all alike.</param>
    /// <param name="progress">Told after every tree.</param>
    /// <param name="cancellationToken">Stops within a tree.</param>
    /// <exception cref="ArgumentException">No rows, a missing or infinite value, or lengths that differ.</exception>
    public static RandomForestRegressorModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        RandomForestOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new RandomForestOptions();
        options.Validate();
        RegressionData.RequireLearnable(points, targets);
        LearningData.RequireWeights(weights, targets.Length);
        double[] answers = targets.ToArray();
        (DecisionForest forest, double[]? outOfBag) = RandomForest.Grow(
            points, answers, weights, options, 1, points.Columns / 3, progress, cancellationToken);
        return new RandomForestRegressorModel(forest, outOfBag, answers);
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
