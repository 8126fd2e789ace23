using System.Globalization;
using System.Numerics.Tensors;

namespace CustomerDashboard.Core.Numerics;

/// <summary>Checks of a matrix that comes in from outside, with messages that name the place.</summary>
public static class MatrixGuard
{
    /// <summary>Throws when a value is NaN or infinite, naming its row and column. Costs one pass.</summary>
    /// <param name="matrix">The matrix to check.</param>
    /// <param name="columnNames">What the columns are called, for the message; numbers from 1 where absent.</param>
    /// <param name="parameterName">The name of the caller's parameter.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static void RequireFinite(Matrix matrix, IReadOnlyList<string>? columnNames = null, string? parameterName = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Values.Length == 0 || TensorPrimitives.IsFiniteAll<double>(matrix.Values))
        {
            return;
        }

        int position = 0;
        while (double.IsFinite(matrix.Values[position]))
        {
            position++;
        }

        throw Fault(matrix, position, columnNames, parameterName);
    }

    /// <summary>Throws when a value is infinite, naming its row and column; NaN, a missing value, is let through. Costs one pass.</summary>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static void RequireNotInfinite(Matrix matrix, IReadOnlyList<string>? columnNames = null, string? parameterName = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Values.Length == 0 || TensorPrimitives.IsFiniteAll<double>(matrix.Values))
        {
            return;
        }

        int position = Array.FindIndex(matrix.Values, double.IsInfinity);
        if (position >= 0)
        {
            throw Fault(matrix, position, columnNames, parameterName);
        }
    }

    private static ArgumentException Fault(Matrix matrix, int position, IReadOnlyList<string>? columnNames, string? parameterName)
    {
        (int row, int column) = Math.DivRem(position, matrix.Columns);
        string value = double.IsNaN(matrix.Values[position]) ? "a missing value (NaN)" : "an infinite value";
        return new ArgumentException(
            $"{ColumnName(column, columnNames)} has {value} in row {(row + 1).ToString(CultureInfo.InvariantCulture)}; fill or remove it first.",
            parameterName ?? nameof(matrix));
    }

    /// <summary>What a message calls a column: its name in quotes, or its number counted from 1.</summary>
    internal static string ColumnName(int column, IReadOnlyList<string>? columnNames) =>
        columnNames is not null && column < columnNames.Count
            ? $"Column \"{columnNames[column]}\""
            : $"Column {(column + 1).ToString(CultureInfo.InvariantCulture)}";
}
