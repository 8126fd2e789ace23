using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Shapley values of any model by sampling: the row's values are put one after the other, in a random order and then in the reverse one, in the
/// place of those of another row, and each feature is credited with what its turn changes, on average. The parts of a row add up exactly to its
/// forecast less the mean forecast of the other rows.
/// </summary>
/// <remarks>
/// E. Štrumbelj, I. Kononenko, 2014, with the paired orders of R. Mitchell et al., "Sampling permutations for Shapley value estimation", 2022.
/// Costs 2 x (d - 1) forecasts for each row and background row.
/// </remarks>
public static class SampledShapley
{
    /// <summary>Explains the forecasts of some rows.</summary>
    /// <param name="predict">The model; asked from several threads at once.</param>
    /// <param name="points">m x d; in the units the model reads.</param>
    /// <param name="background">The rows that stand for nothing being known; each gives one pair of orders.</param>
    /// <param name="seed">The seed of the orders.</param>
    /// <param name="cancellationToken">Checked between rows.</param>
    /// <returns>The parts, and the standard error of each (m x d; NaN with one background row).</returns>
    /// <exception cref="ArgumentException">The number of columns differs, or there is no background.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (ShapleyValues Values, Matrix StandardErrors) Explain(
        Func<Matrix, double[]> predict, Matrix points, Matrix background, int seed = 42, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(background);
        LearningData.RequireColumns(background, points.Columns);
        if (background.Rows == 0)
        {
            throw new ArgumentException("There is no row to compare with.", nameof(background));
        }

        double[] others = predict(background);
        double expected = VectorSums.Sum(others) / others.Length;
        var values = new Matrix(points.Rows, points.Columns);
        var errors = new Matrix(points.Rows, points.Columns);
        var orders = new int[background.Rows][];
        for (int i = 0; i < orders.Length; i++)
        {
            orders[i] = [.. Enumerable.Range(0, points.Columns)];
            new RandomSource(seed).Split(i).Shuffle<int>(orders[i]);
        }

        ParallelWork.Run(
            points.Rows,
            null,
            row => ExplainRow(predict, points, row, background, others, orders, values.Row(row), errors.Row(row)),
            cancellationToken);
        return (new ShapleyValues(expected, values), errors);
    }

    private static void ExplainRow(
        Func<Matrix, double[]> predict, Matrix points, int row, Matrix background, double[] others, int[][] orders, Span<double> values, Span<double> errors)
    {
        int features = points.Columns;
        ReadOnlySpan<double> own = points.Row(row);
        int steps = features - 1;
        double forecast = predict(points.SelectRows([row]))[0];

        // All the mixed rows of one row are asked at once: forwards in the order, then backwards.
        var mixed = new Matrix(background.Rows * 2 * steps, features);
        for (int other = 0; other < background.Rows; other++)
        {
            for (int way = 0; way < 2; way++)
            {
                for (int step = 0; step < steps; step++)
                {
                    Span<double> target = mixed.Row((((other * 2) + way) * steps) + step);
                    background.Row(other).CopyTo(target);
                    for (int i = 0; i <= step; i++)
                    {
                        int feature = orders[other][way == 0 ? i : features - 1 - i];
                        target[feature] = own[feature];
                    }
                }
            }
        }

        double[] forecasts = steps > 0 ? predict(mixed) : [];
        var squares = new double[features];
        var pair = new double[features];
        for (int other = 0; other < background.Rows; other++)
        {
            Array.Clear(pair);
            for (int way = 0; way < 2; way++)
            {
                double before = others[other];
                for (int step = 0; step < features; step++)
                {
                    double after = step == steps ? forecast : forecasts[(((other * 2) + way) * steps) + step];
                    pair[orders[other][way == 0 ? step : features - 1 - step]] += (after - before) / 2;
                    before = after;
                }
            }

            for (int feature = 0; feature < features; feature++)
            {
                values[feature] += pair[feature] / background.Rows;
                squares[feature] += pair[feature] * pair[feature];
            }
        }

        int count = background.Rows;
        for (int feature = 0; feature < features; feature++)
        {
            double variance = (squares[feature] - (count * values[feature] * values[feature])) / (count - 1.0);
            errors[feature] = count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, variance) / count);
        }
    }
}
