using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Logistic regression for several classes: a class's probability is in proportion to exp(its intercept + sum of its coefficient x feature).
/// Minimises C x (sum of log losses) + |all coefficients|^2 / 2. Intercepts are free of the penalty. A class without rows has
/// probability 0. Bring the columns to one scale first.
/// </summary>
/// <remarks>
/// Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4; minimised by <see cref="LimitedMemoryDescent"/>. O(n d k) a step,
/// usually 30 to 100 steps.
/// </remarks>
public sealed class MultinomialLogisticRegression(MultinomialLogisticRegressionOptions options) : IMulticlassClassifier
{
    /// <inheritdoc />
    public string Name => "Logistic regression";

    /// <summary>Fits the coefficients of every class.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <param name="options">The penalty and when to stop; null for the defaults.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="ArgumentException">No rows, one class only, a missing or infinite value, or lengths that differ.</exception>
    public static MultinomialLogisticRegressionModel Fit(
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        MultinomialLogisticRegressionOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new MultinomialLogisticRegressionOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels, classCount);
        double[]? rowWeights = options.ClassWeights.ForRows(labels, classCount);
        var objective = new MultinomialObjective(points, labels, classCount, rowWeights, 1 / options.C);
        var descent = new LimitedMemoryDescent(objective.Evaluate, objective.Start());
        descent.Run(
            options.Tolerance * points.Rows,
            options.MaxIterations,
            progress is null ? null : step => progress.Report(new WorkProgress("Learning the classes", double.NaN, step, "iterations")),
            cancellationToken);
        (double[] intercepts, Matrix coefficients) = objective.Unpack(descent.Point);
        return new MultinomialLogisticRegressionModel(intercepts, coefficients, descent.Iterations, descent.Converged);
    }

    IMulticlassClassifierModel IMulticlassClassifier.Fit(
        Matrix points, ReadOnlySpan<int> labels, int classCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, classCount, options, progress, cancellationToken);
}
