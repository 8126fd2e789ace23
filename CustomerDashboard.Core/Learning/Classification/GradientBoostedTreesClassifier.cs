using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Gradient-boosted trees: every tree takes a shrunken Newton step down the log loss, its splits and leaf values found from the
/// first and second derivatives of the rows. Missing values (NaN) go the way that lowers the loss most. Scaling changes nothing.
/// </summary>
/// <remarks>
/// T. Chen, C. Guestrin, "XGBoost: A Scalable Tree Boosting System", 2016; histograms over at most 255 quantile bins. Derivatives
/// are summed as whole numbers, so the model is the same whatever the number of threads. Costs O(n d log n) for the bins, then
/// O(n d) for each level of each tree with half of it saved by subtraction; a class more than two adds a tree to each round.
/// </remarks>
public sealed class GradientBoostedTreesClassifier(GradientBoostedTreesOptions options) : IWeightedClassifier, IMulticlassClassifier
{
    /// <inheritdoc />
    public string Name => "Boosted trees";

    /// <summary>Grows trees for a yes/no question.</summary>
    /// <param name="points">n rows, d columns (at most 65,535); NaN where a value is missing.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">How many trees, how they grow and when to stop; null for the defaults.</param>
    /// <param name="weights">How much each row counts; empty for all alike.</param>
    /// <param name="progress">Told after every tree.</param>
    /// <param name="cancellationToken">Stops within a tree.</param>
    /// <exception cref="ArgumentException">No rows, one class only, an infinite value, or lengths that differ.</exception>
    public static GradientBoostedTreesClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        GradientBoostedTreesOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new GradientBoostedTreesOptions();
        options.Validate();
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        MatrixGuard.RequireNotInfinite(points, null, nameof(points));
        ClassificationData.RequireBothAnswers(labels);
        ClassificationData.RequireWeights(weights, labels);
        LearningData.RequireColumnsBelow(points, ushort.MaxValue);
        double[] targets = ClassificationData.ToTargets(labels);
        var objective = new PointObjective<LogisticLoss>(new LogisticLoss(), targets, weights.Length == 0 ? null : weights.ToArray());
        TrainingPart part = TrainingPart.Of(ClassificationData.ToClasses(labels), 2, weights, options);
        return new GradientBoostedTreesClassifierModel(Boosting.Run(points, objective, options, part, progress, cancellationToken));
    }

    /// <summary>Grows trees for several classes, one for each class in every round (softmax).</summary>
    /// <param name="points">n rows, d columns (at most 65,535); NaN where a value is missing.</param>
    /// <param name="labels">The class of each row, from 0.</param>
    /// <param name="classCount">How many classes there are, 2 or more.</param>
    /// <param name="options">How many rounds, how trees grow and when to stop; null for the defaults.</param>
    /// <param name="weights">How much each row counts; empty for all alike.</param>
    /// <param name="progress">Told after every round.</param>
    /// <param name="cancellationToken">Stops within a tree.</param>
    /// <exception cref="ArgumentException">No rows, one class only, an infinite value, or lengths that differ.</exception>
    public static GradientBoostedTreesMulticlassModel Fit(
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        GradientBoostedTreesOptions? options,
        ReadOnlySpan<double> weights = default,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new GradientBoostedTreesOptions();
        options.Validate();
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        MatrixGuard.RequireNotInfinite(points, null, nameof(points));
        ClassificationData.RequireSeveralClasses(labels, classCount);
        LearningData.RequireWeights(weights, labels.Length);
        LearningData.RequireColumnsBelow(points, ushort.MaxValue);
        var objective = new SoftmaxObjective(labels, classCount, weights.Length == 0 ? null : weights.ToArray());
        TrainingPart part = TrainingPart.Of(labels, classCount, weights, options);
        return new GradientBoostedTreesMulticlassModel(Boosting.Run(points, objective, options, part, progress, cancellationToken));
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

    IMulticlassClassifierModel IMulticlassClassifier.Fit(
        Matrix points, ReadOnlySpan<int> labels, int classCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, classCount, options, default, progress, cancellationToken);
}
