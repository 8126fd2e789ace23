using System.Numerics.Tensors;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Logistic regression with a penalty on the coefficients but not on the intercept: minimises C x (sum of log losses) +
/// (1 - L1Ratio) x |coefficients|^2 / 2 + L1Ratio x sum of |coefficient|. Without an L1 part by Newton's method (iteratively reweighted least
/// squares), with one by <see cref="ProximalNewton"/>. The penalty gives a finite answer also where the classes are separated. Bring the
/// columns to one scale first, or the penalty weighs them unequally.
/// </summary>
/// <remarks>
/// Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4. Costs O(n d^2 + d^3) per iteration,
/// usually 5 to 10 iterations.
/// </remarks>
public sealed class LogisticRegression(LogisticRegressionOptions options) : IWeightedClassifier
{
    /// <inheritdoc />
    public string Name => "Logistic regression";

    /// <summary>Fits the coefficients.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">The strength of the penalty and when to stop; null for the defaults.</param>
    /// <param name="progress">Told after every iteration.</param>
    /// <param name="cancellationToken">Stops between iterations.</param>
    /// <exception cref="ArgumentException">No rows, one class only, a missing or infinite value, or lengths that differ.</exception>
    public static LogisticRegressionModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        LogisticRegressionOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LogisticRegressionOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels);
        return Fit(points, labels, options.ClassWeights.ForRows(labels), options, progress, cancellationToken);
    }

    /// <summary>Fits the coefficients to rows of given weight.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="rowWeights">How much each row counts, on top of its class; a row of weight 2 counts like two rows. None for 1.</param>
    /// <param name="options">The penalty and when to stop; null for the defaults.</param>
    /// <param name="progress">Told after every iteration.</param>
    /// <param name="cancellationToken">Stops between iterations.</param>
    /// <exception cref="ArgumentException">
    /// No rows, one class only, a missing or infinite value, a weight that is negative or not finite, or lengths that differ.
    /// </exception>
    public static LogisticRegressionModel FitWeighted(
        Matrix points,
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> rowWeights,
        LogisticRegressionOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LogisticRegressionOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels);
        ClassificationData.RequireWeights(rowWeights, labels);
        double[]? weights = options.ClassWeights.ForRows(labels);
        if (weights is null)
        {
            weights = rowWeights.IsEmpty ? null : rowWeights.ToArray();
        }
        else if (!rowWeights.IsEmpty)
        {
            TensorPrimitives.Multiply(weights, rowWeights, weights);
        }

        return Fit(points, labels, weights, options, progress, cancellationToken);
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, options, progress, cancellationToken);

    IClassifierModel IWeightedClassifier.Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> weights,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken) =>
        FitWeighted(points, labels, weights, options, progress, cancellationToken);

    internal static double Sigmoid(double logOdds)
    {
        if (logOdds >= 0)
        {
            return 1 / (1 + Math.Exp(-logOdds));
        }

        double odds = Math.Exp(logOdds);
        return odds / (1 + odds);
    }

    private static LogisticRegressionModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        double[]? rowWeights,
        LogisticRegressionOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        double strength = double.IsInfinity(options.C) ? 0 : 1 / options.C;
        var objective = new LinearObjective(points, labels, rowWeights, LinearLoss.Logistic, strength * (1 - options.L1Ratio));
        double share = WeightedShare(labels, rowWeights);
        var weights = new double[points.Columns + 1];
        weights[^1] = Math.Log(share / (1 - share));
        double tolerance = options.Tolerance * points.Rows;
        double roundingTolerance = 1e-6 * points.Rows;
        Action<int>? told = progress is null
            ? null
            : step => progress.Report(new WorkProgress("Learning who buys again", double.NaN, step, "iterations"));
        if (strength * options.L1Ratio > 0)
        {
            var descent = new ProximalNewton(objective, weights, strength * options.L1Ratio);
            descent.Run(tolerance, roundingTolerance, options.MaxIterations, told, cancellationToken);
            var unknown = new double[weights.Length];
            Array.Fill(unknown, double.NaN);
            return Model(weights, unknown, objective, descent.Iterations, descent.Converged);
        }

        var newton = new NewtonDescent(objective, weights);
        newton.Run(tolerance, roundingTolerance, options.MaxIterations, told, cancellationToken);
        return Model(weights, objective.StandardErrors(), objective, newton.Iterations, newton.Converged);
    }

    private static LogisticRegressionModel Model(double[] weights, double[] errors, LinearObjective objective, int iterations, bool converged) =>
        new(weights[^1], weights[..^1], errors[^1], errors[..^1], -objective.Loss, iterations, converged);

    private static double WeightedShare(ReadOnlySpan<bool> labels, double[]? rowWeights)
    {
        double positives = 0, all = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double weight = rowWeights is null ? 1 : rowWeights[row];
            all += weight;
            positives += labels[row] ? weight : 0;
        }

        // Rows of weight 0 may leave one class only; the penalty then still gives an answer.
        return Math.Clamp(positives / all, 1e-6, 1 - 1e-6);
    }
}
