using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>
/// Gradient-boosted regression trees by squared error or Tweedie deviance: every tree takes a shrunken Newton step down the
/// loss. Missing values (NaN) go the way that lowers the loss most. Scaling the features changes nothing.
/// </summary>
/// <remarks>
/// T. Chen, C. Guestrin, "XGBoost: A Scalable Tree Boosting System", 2016. Costs as for
/// <see cref="Classification.GradientBoostedTreesClassifier"/>.
/// </remarks>
public sealed class GradientBoostedTreesRegressor(GradientBoostedTreesOptions options) : IWeightedRegressor
{
    /// <inheritdoc />
    public string Name => options.Loss == BoostingLoss.Tweedie ? "Boosted trees (Tweedie)" : "Boosted trees";

    /// <summary>Grows the trees.</summary>
    /// <param name="points">n rows, d columns (at most 65,535); NaN where a value is missing.</param>
    /// <param name="targets">The number to learn for each row; with Tweedie's loss not negative, and not all 0.</param>
    /// <param name="options">How many trees, how they grow, what they minimise and when to stop; null for the defaults.</param>
    /// <param name="weights">How much each row counts; empty for all alike.</param>
    /// <param name="progress">Told after every tree.</param>
    /// <param name="cancellationToken">Stops within a tree.</param>
    /// <exception cref="ArgumentException">No rows, an infinite value, a missing target, or lengths that differ.</exception>
    public static GradientBoostedTreesRegressorModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        GradientBoostedTreesOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new GradientBoostedTreesOptions();
        options.Validate();
        LearningData.RequireRows(points, targets.Length, nameof(targets));
        MatrixGuard.RequireNotInfinite(points, null, nameof(points));
        RegressionData.RequireTargets(targets);
        LearningData.RequireWeights(weights, targets.Length);
        LearningData.RequireColumnsBelow(points, ushort.MaxValue);
        double[]? rowWeights = weights.Length == 0 ? null : weights.ToArray();
        TrainingPart part = TrainingPart.Of(targets.Length, weights, options);
        BoostingObjective objective;
        if (options.Loss == BoostingLoss.Tweedie)
        {
            RequireAmounts(targets, part);
            objective = new PointObjective<TweedieLoss>(new TweedieLoss(options.TweediePower), targets, rowWeights);
        }
        else
        {
            objective = new PointObjective<SquaredLoss>(new SquaredLoss(), targets, rowWeights);
        }

        BoostedTreeEnsemble ensemble = Boosting.Run(points, objective, options, part, progress, cancellationToken);
        return new GradientBoostedTreesRegressorModel(ensemble, options.Loss);
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

    private static void RequireAmounts(ReadOnlySpan<double> targets, TrainingPart part)
    {
        foreach (double target in targets)
        {
            if (target < 0)
            {
                throw new ArgumentException(
                    "Tweedie's loss is for amounts of 0 or more, but a target is negative; choose the squared error instead.", nameof(targets));
            }
        }

        double total = 0;
        foreach (int row in part.Learned)
        {
            total += targets[row];
        }

        if (!(total > 0))
        {
            throw new ArgumentException(
                "Every target to learn from is 0: Tweedie's loss needs some amount above it; choose the squared error instead.", nameof(targets));
        }
    }
}
