using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Fills missing values (NaN) with a number learned from the training rows. O(n d), with the median O(n d log n).</summary>
public sealed class Imputer(ImputerOptions options) : IPreprocessingStep
{
    /// <inheritdoc />
    public string Name => "Fill gaps";

    /// <summary>Learns what to fill in.</summary>
    /// <param name="values">n rows, d columns; NaN for missing.</param>
    /// <param name="options">What stands in for a missing value; null for the defaults.</param>
    /// <param name="columnNames">What the columns are called, for messages.</param>
    /// <exception cref="ArgumentException">No row, an infinite value, or a column without any value to learn from.</exception>
    public static ImputerModel Fit(Matrix values, ImputerOptions? options, IReadOnlyList<string>? columnNames = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new ImputerOptions();
        options.Validate();
        if (values.Rows == 0)
        {
            throw new ArgumentException("There is no row to learn from.", nameof(values));
        }

        var fills = new double[values.Columns];
        var indicators = new List<int>();
        for (int column = 0; column < fills.Length; column++)
        {
            double[] known = Array.FindAll(values.Column(column), value => !double.IsNaN(value));
            if (Array.Exists(known, double.IsInfinity))
            {
                throw new ArgumentException($"{MatrixGuard.ColumnName(column, columnNames)} has an infinite value; remove it first.", nameof(values));
            }

            fills[column] = options.Constant;
            if (options.Method != ImputationMethod.Constant)
            {
                if (known.Length == 0)
                {
                    throw new ArgumentException(
                        $"{MatrixGuard.ColumnName(column, columnNames)} has no value in any row; leave it out, or fill gaps with a constant.",
                        nameof(values));
                }

                fills[column] = options.Method == ImputationMethod.Mean ? Mean(known) : Median(known);
            }

            if (options.AddIndicators && known.Length < values.Rows)
            {
                indicators.Add(column);
            }
        }

        return new ImputerModel(fills, [.. indicators]);
    }

    IPreprocessingModel IPreprocessingStep.Fit(Matrix points, CancellationToken cancellationToken) => Fit(points, options);

    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value / values.Length;
        }

        return sum;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] / 2) + (values[middle] / 2);
    }
}
