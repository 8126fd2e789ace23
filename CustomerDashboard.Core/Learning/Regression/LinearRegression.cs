using System.Numerics.Tensors;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>
/// Least squares with an intercept, and if wished penalties on the coefficients: minimises (sum of squared errors) + Ridge x |coefficients|^2 +
/// Lasso x sum of |coefficient|. Without a lasso by Householder's QR with column pivoting: a column that is constant or a combination of
/// others gets coefficient 0 and is named in the model; the fitted values are those of any least-squares solution. With a lasso by
/// coordinate descent; bring the columns to one scale before any penalty.
/// </summary>
/// <remarks>
/// Golub and Van Loan, "Matrix Computations", 5.4.2; J. Friedman, T. Hastie, R. Tibshirani, "Regularization paths for generalized linear
/// models via coordinate descent", 2010. Costs O(n d^2).
/// </remarks>
public sealed class LinearRegression(LinearRegressionOptions options) : IWeightedRegressor
{
    private const double RankTolerance = 1e-10;

    /// <inheritdoc />
    public string Name => "Linear regression";

    /// <summary>Fits the coefficients.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="targets">The number to learn for each row.</param>
    /// <param name="options">The penalty; null for none.</param>
    /// <param name="progress">Told when done.</param>
    /// <param name="cancellationToken">Stops between columns.</param>
    /// <exception cref="ArgumentException">No rows, a missing or infinite value, or lengths that differ.</exception>
    public static LinearRegressionModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        LinearRegressionOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LinearRegressionOptions();
        options.Validate();
        RegressionData.RequireLearnable(points, targets);
        return Fit(points, targets, null, options, progress, cancellationToken);
    }

    /// <summary>Fits the coefficients to rows of given weight.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="targets">The number to learn for each row.</param>
    /// <param name="rowWeights">How much each row's squared error counts; a row of weight 2 counts like two rows. None for 1.</param>
    /// <param name="options">The penalties; null for none.</param>
    /// <param name="progress">Told when done.</param>
    /// <param name="cancellationToken">Stops between columns.</param>
    /// <exception cref="ArgumentException">
    /// No rows, a missing or infinite value, a weight that is negative or not finite, or lengths that differ.
    /// </exception>
    public static LinearRegressionModel FitWeighted(
        Matrix points,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> rowWeights,
        LinearRegressionOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LinearRegressionOptions();
        options.Validate();
        RegressionData.RequireLearnable(points, targets);
        LearningData.RequireWeights(rowWeights, targets.Length);
        return Fit(points, targets, rowWeights.IsEmpty ? null : rowWeights.ToArray(), options, progress, cancellationToken);
    }

    IRegressorModel IRegressor.Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, targets, options, progress, cancellationToken);

    IRegressorModel IWeightedRegressor.Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> weights,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken) =>
        FitWeighted(points, targets, weights, options, progress, cancellationToken);

    private static LinearRegressionModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        double[]? rowWeights,
        LinearRegressionOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        int rows = points.Rows;
        int size = points.Columns;
        int extra = options.Ridge > 0 ? size : 0;
        double[]? roots = rowWeights is null ? null : Array.ConvertAll(rowWeights, Math.Sqrt);
        var means = new double[size];
        var lengths = new double[size];
        var columns = new double[size][];
        for (int column = 0; column < size; column++)
        {
            double[] values = points.Column(column);
            double raw = TensorPrimitives.Norm<double>(values);
            means[column] = Mean(values, rowWeights);
            TensorPrimitives.Subtract(values, means[column], values);
            Weigh(values, roots);
            columns[column] = new double[rows + extra];
            values.CopyTo(columns[column], 0);

            // Centring a constant column leaves only rounding.
            double length = TensorPrimitives.Norm<double>(values);
            lengths[column] = length <= raw * 1e-13 ? 0 : length;
            if (extra > 0)
            {
                columns[column][rows + column] = Math.Sqrt(options.Ridge);
            }
        }

        double targetMean = Mean(targets, rowWeights);
        var residual = new double[rows + extra];
        TensorPrimitives.Subtract(targets, targetMean, residual);
        Weigh(residual.AsSpan(0, rows), roots);
        int[] redundant = [];
        double[] coefficients = options.Lasso > 0
            ? LassoDescent.Solve(columns, residual, options.Lasso, cancellationToken)
            : Solve(columns, lengths, residual, options.Ridge > 0, out redundant, cancellationToken);
        double intercept = targetMean;
        for (int column = 0; column < size; column++)
        {
            intercept -= coefficients[column] * means[column];
        }

        progress?.Report(new WorkProgress("Learning the spend", 1, rows, "rows"));
        return new LinearRegressionModel(intercept, coefficients, redundant);
    }

    private static double[] Solve(
        double[][] columns, double[] lengths, double[] target, bool penalised, out int[] redundant, CancellationToken cancellationToken)
    {
        int size = columns.Length;
        int height = target.Length;
        var scales = new double[size];
        var order = new int[size];
        for (int column = 0; column < size; column++)
        {
            // Unit columns make the pivots, and so the test for redundancy, independent of the features' units.
            order[column] = column;
            double length = penalised ? TensorPrimitives.Norm<double>(columns[column]) : lengths[column];
            scales[column] = length > 0 ? 1 / length : 0;
            TensorPrimitives.Multiply(columns[column], scales[column], columns[column]);
        }

        int rank = 0;
        var diagonal = new double[size];
        while (rank < Math.Min(size, height))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int pivot = -1;
            double longest = RankTolerance;
            for (int candidate = rank; candidate < size; candidate++)
            {
                double length = TensorPrimitives.Norm<double>(columns[order[candidate]].AsSpan(rank));
                if (length > longest * (1 + 1e-12))
                {
                    longest = length;
                    pivot = candidate;
                }
            }

            if (pivot < 0)
            {
                break;
            }

            (order[rank], order[pivot]) = (order[pivot], order[rank]);
            Span<double> reflector = columns[order[rank]].AsSpan(rank);
            double head = reflector[0] > 0 ? -longest : longest;
            diagonal[rank] = head;
            reflector[0] -= head;
            double squares = TensorPrimitives.Dot<double>(reflector, reflector);
            for (int other = rank + 1; other < size; other++)
            {
                Reflect(reflector, squares, columns[order[other]].AsSpan(rank));
            }

            Reflect(reflector, squares, target.AsSpan(rank));
            rank++;
        }

        var coefficients = new double[size];
        for (int i = rank - 1; i >= 0; i--)
        {
            double sum = target[i];
            for (int j = i + 1; j < rank; j++)
            {
                sum -= columns[order[j]][i] * coefficients[order[j]];
            }

            coefficients[order[i]] = sum / diagonal[i];
        }

        for (int column = 0; column < size; column++)
        {
            coefficients[column] *= scales[column];
        }

        redundant = order[rank..];
        Array.Sort(redundant);
        return coefficients;
    }

    private static void Reflect(ReadOnlySpan<double> reflector, double squares, Span<double> values)
    {
        double factor = -2 * TensorPrimitives.Dot(reflector, (ReadOnlySpan<double>)values) / squares;
        TensorPrimitives.MultiplyAdd(reflector, factor, values, values);
    }

    private static void Weigh(Span<double> values, double[]? roots)
    {
        if (roots is not null)
        {
            TensorPrimitives.Multiply(values, roots, values);
        }
    }

    private static double Mean(ReadOnlySpan<double> values, double[]? rowWeights)
    {
        if (rowWeights is not null)
        {
            double total = TensorPrimitives.Sum<double>(rowWeights);
            double first = TensorPrimitives.Dot(values, rowWeights) / total;
            double rest = 0;
            for (int row = 0; row < values.Length; row++)
            {
                rest += rowWeights[row] * (values[row] - first);
            }

            return first + (rest / total);
        }

        double sum = TensorPrimitives.Sum(values) / values.Length;
        double correction = 0;
        foreach (double value in values)
        {
            correction += value - sum;
        }

        return sum + (correction / values.Length);
    }
}
