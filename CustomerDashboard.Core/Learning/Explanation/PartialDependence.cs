using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// How a model's answer moves with one feature, the others held as they are: every row is given each value of a grid in turn. The mean is the
/// partial dependence; single rows show whether the mean hides opposite movements. Where few rows have a value, the curve is a guess of the model.
/// </summary>
/// <remarks>
/// J. Friedman, "Greedy function approximation: a gradient boosting machine", 2001; A. Goldstein et al., "Peeking inside the black box", 2015, for
/// the curves of single rows. Costs rows x grid forecasts.
/// </remarks>
public static class PartialDependence
{
    /// <summary>Computes the curve.</summary>
    /// <param name="predict">The model; asked once for each value of the grid, from several threads at once.</param>
    /// <param name="points">n x d; NaN where a value is missing and the model takes that.</param>
    /// <param name="feature">The column.</param>
    /// <param name="options">Sizes and seed.</param>
    /// <param name="cancellationToken">Checked before each value.</param>
    /// <exception cref="ArgumentException">There are no rows, or the feature has no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature, or an option is out of range.</exception>
    public static PartialDependenceCurve Of(
        Func<Matrix, double[]> predict, Matrix points, int feature, PartialDependenceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfNegative(feature);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(feature, points.Columns);
        options ??= new PartialDependenceOptions();
        options.Validate();
        double[] known = Array.FindAll(points.Column(feature), double.IsFinite);
        if (known.Length == 0)
        {
            throw new ArgumentException("The feature has no value to vary.", nameof(points));
        }

        Array.Sort(known);
        double[] grid = Grid(known, options.GridPoints);
        int rows = Math.Min(points.Rows, options.MostRows);
        Matrix sample = points.SelectRows(new RandomSource(options.Seed).SampleWithoutReplacement(points.Rows, rows));
        var answers = new double[grid.Length][];
        ParallelWork.Run(
            grid.Length,
            null,
            place =>
            {
                var changed = new Matrix(sample.Rows, sample.Columns, (double[])sample.Values.Clone());
                for (int row = 0; row < changed.Rows; row++)
                {
                    changed[row, feature] = grid[place];
                }

                answers[place] = predict(changed);
            },
            cancellationToken);
        int[] shown = new RandomSource(options.Seed).Split(1).SampleWithoutReplacement(rows, Math.Min(rows, options.Curves));
        return new PartialDependenceCurve(
            feature,
            grid,
            Array.ConvertAll(answers, values => VectorSums.Sum(values) / values.Length),
            Array.ConvertAll(shown, row => Array.ConvertAll(answers, values => values[row])),
            Shares(known, grid),
            rows);
    }

    /// <summary>All values where there are few, else quantiles from the first to the last hundredth, each once.</summary>
    private static double[] Grid(double[] sorted, int most)
    {
        double[] distinct = [.. sorted.Distinct().Take(most + 1)];
        if (distinct.Length <= most)
        {
            return distinct;
        }

        var grid = new SortedSet<double>();
        for (int i = 0; i < most; i++)
        {
            double share = 0.01 + (0.98 * i / (most - 1));
            grid.Add(sorted[(int)Math.Round(share * (sorted.Length - 1))]);
        }

        return [.. grid];
    }

    /// <summary>The share of rows nearest to each value of the grid.</summary>
    private static double[] Shares(double[] sorted, double[] grid)
    {
        var shares = new double[grid.Length];
        int place = 0;
        foreach (double value in sorted)
        {
            while (place < grid.Length - 1 && value > (grid[place] + grid[place + 1]) / 2)
            {
                place++;
            }

            shares[place] += 1.0 / sorted.Length;
        }

        return shares;
    }
}
