using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Logistic regression with an L2 penalty on the coefficients but not on the intercept: minimises
/// C x (sum of log losses) + |coefficients|^2 / 2 by Newton's method (iteratively reweighted least squares), halving a
/// step that does not improve. The penalty gives a finite answer also where the classes are separated. Bring the
/// columns to one scale first, or the penalty weighs them unequally.
/// </summary>
/// <remarks>
/// Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4. Costs O(n d^2 + d^3) per iteration,
/// usually 5 to 10 iterations.
/// </remarks>
public sealed class LogisticRegression(LogisticRegressionOptions options) : IClassifier
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
        var objective = new LogisticObjective(points, labels, double.IsInfinity(options.C) ? 0 : 1 / options.C);
        double share = (double)labels.Count(true) / labels.Length;
        var weights = new double[points.Columns + 1];
        weights[^1] = Math.Log(share / (1 - share));

        double value = objective.Evaluate(weights);
        double tolerance = options.Tolerance * points.Rows;
        bool converged = false;
        int iteration = 0;
        while (iteration < options.MaxIterations && !(converged = objective.LargestGradient <= tolerance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            iteration++;
            double[] step = objective.NewtonStep();
            if (!TryImprove(objective, weights, step, ref value))
            {
                // Rounding hides any further descent: this is as exact as the arithmetic allows.
                converged = objective.LargestGradient <= Math.Max(tolerance, 1e-6 * points.Rows);
                break;
            }

            progress?.Report(new WorkProgress("Learning who buys again", double.NaN, iteration, "iterations"));
        }

        double[] errors = objective.StandardErrors();
        return new LogisticRegressionModel(
            weights[^1], weights[..^1], errors[^1], errors[..^1], objective.LogLikelihood, iteration, converged);
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, options, progress, cancellationToken);

    internal static double Sigmoid(double logOdds)
    {
        if (logOdds >= 0)
        {
            return 1 / (1 + Math.Exp(-logOdds));
        }

        double odds = Math.Exp(logOdds);
        return odds / (1 + odds);
    }

    private static bool TryImprove(LogisticObjective objective, double[] weights, double[] step, ref double value)
    {
        var trial = new double[weights.Length];
        double scale = 1;
        for (int halving = 0; halving < 40; halving++, scale /= 2)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                trial[i] = weights[i] - (scale * step[i]);
            }

            double trialValue = objective.Evaluate(trial);
            if (trialValue < value || (halving == 0 && trialValue - value <= 1e-13 * Math.Abs(value) && objective.GradientShrank))
            {
                trial.CopyTo(weights, 0);
                value = trialValue;
                return true;
            }
        }

        objective.Evaluate(weights);
        return false;
    }
}
