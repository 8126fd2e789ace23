using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// Replaces x by log(1 + x), which draws in the long tail of money and counts. For a negative value, such as the net spend of
/// a customer who returned more than was kept, it is -log(1 + |x|): the sign is kept, 0 stays 0, and the order is preserved.
/// </summary>
public static class LogTransform
{
    /// <summary>The transformed value.</summary>
    public static double Apply(double value) => value < 0 ? -Log1Plus(-value) : Log1Plus(value);

    /// <summary>The original of a transformed value.</summary>
    public static double Invert(double value) => value < 0 ? -ExpMinus1(-value) : ExpMinus1(value);

    /// <summary>A copy of <paramref name="values"/> with the given columns transformed, or all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column does not exist.</exception>
    public static Matrix Transform(Matrix values, IReadOnlyList<int>? columns = null) => OverColumns(values, columns, Apply);

    /// <summary>A copy of transformed values back in the original units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column does not exist.</exception>
    public static Matrix InverseTransform(Matrix values, IReadOnlyList<int>? columns = null) => OverColumns(values, columns, Invert);

    private static Matrix OverColumns(Matrix values, IReadOnlyList<int>? columns, Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(values);
        var result = new Matrix(values.Rows, values.Columns, [.. values.Values]);
        int count = columns?.Count ?? values.Columns;
        for (int i = 0; i < count; i++)
        {
            int column = columns?[i] ?? i;
            ArgumentOutOfRangeException.ThrowIfNegative(column, nameof(columns));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, values.Columns, nameof(columns));
            for (int row = 0; row < values.Rows; row++)
            {
                result[row, column] = function(result[row, column]);
            }
        }

        return result;
    }

    private static double Log1Plus(double value)
    {
        // The classic correction for the digits lost in 1 + x when x is small.
        double sum = 1 + value;
        return sum == 1 || double.IsInfinity(sum) ? value : Math.Log(sum) * (value / (sum - 1));
    }

    private static double ExpMinus1(double value)
    {
        if (value < 1e-5)
        {
            return value + (value * value * 0.5 * (1 + (value / 3)));
        }

        return Math.Exp(value) - 1;
    }
}
