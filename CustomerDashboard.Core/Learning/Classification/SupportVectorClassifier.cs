using System.Globalization;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// A support vector machine: the border with the widest margin between yes and no, where a row on the wrong side of its margin costs C
/// per unit. Probabilities are a sigmoid of the decision value, fitted on margins of rows that each fold did not learn from.
/// Bring the columns to one scale first.
/// </summary>
/// <remarks>
/// C. Cortes, V. Vapnik, "Support-vector networks", 1995; H.-T. Lin, C.-J. Lin, R. Weng, "A note on Platt's probabilistic outputs for
/// support vector machines", 2007. With the RBF kernel O(n^2 d) for the kernel and O(n) a step, of which there are usually one or two
/// per row; the folds start from the solution on all rows. The linear kernel goes by Newton's method on the
/// squared hinge loss (O. Chapelle, "Training a support vector machine in the primal", 2007), O(n d^2) a step and some ten steps.
/// </remarks>
public sealed class SupportVectorClassifier(SupportVectorOptions options) : IWeightedClassifier
{
    private const int MostNewtonSteps = 200;

    /// <inheritdoc />
    public string Name => options.Kernel == SupportVectorKernel.Linear ? "Support vectors, linear" : "Support vectors";

    /// <summary>Fits the border and the probabilities.</summary>
    /// <param name="points">n rows, d columns, on one scale.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">Kernel, price and limits; null for the defaults.</param>
    /// <param name="progress">Told after the border and after each fold.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="ArgumentException">
    /// One class only, a missing or infinite value, lengths that differ, or more rows than <see cref="SupportVectorOptions.MaxRows"/>.
    /// </exception>
    public static SupportVectorModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        SupportVectorOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        return FitWeighted(points, labels, [], options, progress, cancellationToken);
    }

    /// <summary>Fits the border and the probabilities to rows of given weight.</summary>
    /// <param name="points">n rows, d columns, on one scale.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="rowWeights">How much each row's price counts, on top of its class. None for 1.</param>
    /// <param name="options">Kernel, price and limits; null for the defaults.</param>
    /// <param name="progress">Told after the border and after each fold.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="ArgumentException">
    /// One class only, a missing or infinite value, a weight that is negative or not finite, lengths that differ, or more rows than
    /// <see cref="SupportVectorOptions.MaxRows"/>.
    /// </exception>
    public static SupportVectorModel FitWeighted(
        Matrix points,
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> rowWeights,
        SupportVectorOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SupportVectorOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels);
        ClassificationData.RequireWeights(rowWeights, labels);
        bool descends = options.Kernel == SupportVectorKernel.Linear && options.LinearSolver == LinearSolver.Newton;
        bool[] answers = labels.ToArray();
        double[] importances = rowWeights.ToArray();
        if (!descends && points.Rows > options.MaxRows)
        {
            RequireSample(points.Rows, options);
            int[] sample = StratifiedSplit.HoldOut(labels, (double)options.MaxRows / points.Rows, options.Seed).Test;
            points = points.SelectRows(sample);
            answers = Array.ConvertAll(sample, row => answers[row]);
            importances = importances.Length == 0 ? [] : Array.ConvertAll(sample, row => importances[row]);
            ClassificationData.RequireBothAnswers(answers);
            ClassificationData.RequireWeights(importances, answers);
        }

        double[] limits = options.ClassWeights.ForRows(answers) ?? [.. Enumerable.Repeat(1.0, answers.Length)];
        for (int row = 0; row < limits.Length; row++)
        {
            limits[row] *= options.C * (importances.Length == 0 ? 1 : importances[row]);
        }

        var calibration = new MarginCalibration(answers, options, progress, cancellationToken);
        return descends
            ? Descend(points, answers, limits, options, calibration, cancellationToken)
            : Optimise(points, answers, limits, options, calibration, cancellationToken);
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

    private static SupportVectorModel Descend(
        Matrix points,
        bool[] labels,
        double[] limits,
        SupportVectorOptions options,
        MarginCalibration calibration,
        CancellationToken cancellationToken)
    {
        var weights = new double[points.Columns + 1];
        (int steps, bool converged) = Descend(points, labels, limits, weights, options, cancellationToken);
        SigmoidCalibration sigmoid = calibration.Fit(
            row => Decision(points, weights, row),
            (_, held) =>
            {
                double[] without = [.. limits];
                foreach (int row in held)
                {
                    without[row] = 0;
                }

                double[] rest = [.. weights];
                Descend(points, labels, without, rest, options, cancellationToken);
                return row => Decision(points, rest, row);
            });
        int supports = 0;
        for (int row = 0; row < points.Rows; row++)
        {
            supports += Decision(points, weights, row) * (labels[row] ? 1 : -1) < 1 ? 1 : 0;
        }

        return new SupportVectorModel(weights[..^1], supports, weights[^1])
        {
            Calibration = sigmoid,
            TrainingRows = points.Rows,
            Steps = steps,
            Converged = converged,
        };
    }

    private static (int Steps, bool Converged) Descend(
        Matrix points, bool[] labels, double[] limits, double[] weights, SupportVectorOptions options, CancellationToken cancellationToken)
    {
        var objective = new LinearObjective(points, labels, limits, LinearLoss.SquaredHinge, 1, options.DegreeOfParallelism);
        var descent = new NewtonDescent(objective, weights);

        // The loss is quadratic between the places where rows cross their margin, so that the last step lands exactly.
        double tolerance = 1e-6 * options.Tolerance * options.C * points.Rows;
        descent.Run(tolerance, options.Tolerance * options.C * points.Rows, MostNewtonSteps, null, cancellationToken);
        return (descent.Iterations, descent.Converged);
    }

    private static double Decision(Matrix points, double[] weights, int row) =>
        VectorSums.Dot(points.Row(row), weights.AsSpan(0, points.Columns)) + weights[^1];

    private static SupportVectorModel Optimise(
        Matrix points,
        bool[] labels,
        double[] limits,
        SupportVectorOptions options,
        MarginCalibration calibration,
        CancellationToken cancellationToken)
    {
        double gamma = options.Gamma ?? ScaledGamma(points);
        var cache = new KernelCache(
            new KernelValues(points, options.Kernel, gamma), options.CacheMegabytes, options.DegreeOfParallelism, cancellationToken);
        var all = new SequentialMinimalOptimiser(cache, labels, limits);
        all.Solve(options.Tolerance, cancellationToken);
        SigmoidCalibration sigmoid = calibration.Fit(
            all.Decision,
            (_, held) =>
            {
                SequentialMinimalOptimiser rest = all.Without(held);
                rest.Solve(options.Tolerance, cancellationToken);
                return rest.Decision;
            });

        int[] supports = [.. Enumerable.Range(0, points.Rows).Where(row => all.Coefficients[row] != 0)];
        Matrix vectors = points.SelectRows(supports);
        double[] coefficients = Array.ConvertAll(supports, row => all.Coefficients[row]);
        return options.Kernel == SupportVectorKernel.Linear
            ? new SupportVectorModel(Combine(vectors, coefficients), supports.Length, all.Intercept)
            {
                Calibration = sigmoid,
                TrainingRows = points.Rows,
                Steps = all.Steps,
                Converged = all.Converged,
            }
            : new SupportVectorModel(vectors, coefficients, new KernelValues(vectors, options.Kernel, gamma), gamma, all.Intercept)
            {
                Calibration = sigmoid,
                TrainingRows = points.Rows,
                Steps = all.Steps,
                Converged = all.Converged,
            };
    }

    private static void RequireSample(int rows, SupportVectorOptions options)
    {
        if (!options.LearnFromSample)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {rows} rows, and the time of this support vector machine grows with their square, so it takes {options.MaxRows} at most. Learn from a sample, choose the linear kernel with Newton's method, or raise the limit and wait."),
                nameof(rows));
        }
    }

    /// <summary>1 / (d x variance of all values): distances of rows on one scale then fade over their usual range.</summary>
    private static double ScaledGamma(Matrix points)
    {
        double mean = VectorSums.Sum(points.Values) / points.Values.Length;
        double squares = 0;
        foreach (double value in points.Values)
        {
            squares += (value - mean) * (value - mean);
        }

        double variance = squares / points.Values.Length;
        return variance > 0 && double.IsFinite(variance) ? 1 / (points.Columns * variance) : 1;
    }

    private static double[] Combine(Matrix vectors, double[] coefficients)
    {
        var result = new double[vectors.Columns];
        for (int row = 0; row < vectors.Rows; row++)
        {
            ReadOnlySpan<double> values = vectors.Row(row);
            for (int column = 0; column < values.Length; column++)
            {
                result[column] += coefficients[row] * values[column];
            }
        }

        return result;
    }
}
