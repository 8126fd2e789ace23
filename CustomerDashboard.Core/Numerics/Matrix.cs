namespace CustomerDashboard.Core.Numerics;

/// <summary>A dense row-major matrix over one contiguous array.</summary>
public sealed class Matrix
{
    /// <summary>Creates a matrix of zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[CheckedLength(rows, columns)])
    {
    }

    /// <summary>Wraps <paramref name="values"/> (rows x columns, row after row) without copying.</summary>
    /// <exception cref="ArgumentException">The array's length is not rows x columns.</exception>
    public Matrix(int rows, int columns, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != CheckedLength(rows, columns))
        {
            throw new ArgumentException($"A {rows} x {columns} matrix needs {(long)rows * columns} values, not {values.Length}.", nameof(values));
        }

        Rows = rows;
        Columns = columns;
        Values = values;
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The values, row after row; not a copy.</summary>
    public double[] Values { get; }

    public double this[int row, int column]
    {
        get => Values[(row * Columns) + column];
        set => Values[(row * Columns) + column] = value;
    }

    /// <summary>One row as a view into <see cref="Values"/>.</summary>
    public Span<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>A copy of one column.</summary>
    public double[] Column(int column)
    {
        var copy = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            copy[row] = Values[(row * Columns) + column];
        }

        return copy;
    }

    /// <summary>A copy of the given rows, in the given order.</summary>
    public Matrix SelectRows(ReadOnlySpan<int> rows)
    {
        var result = new Matrix(rows.Length, Columns);
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(result.Row(i));
        }

        return result;
    }

    /// <summary>A copy of the given columns, in the given order.</summary>
    public Matrix SelectColumns(ReadOnlySpan<int> columns)
    {
        var result = new Matrix(Rows, columns.Length);
        for (int row = 0; row < Rows; row++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                result[row, i] = this[row, columns[i]];
            }
        }

        return result;
    }

    /// <summary>A matrix whose columns are copies of the given arrays.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static Matrix FromColumns(params IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int rows = columns.Count == 0 ? 0 : columns[0].Length;
        var result = new Matrix(rows, columns.Count);
        for (int column = 0; column < columns.Count; column++)
        {
            if (columns[column].Length != rows)
            {
                throw new ArgumentException($"Column {column} has {columns[column].Length} values, column 0 has {rows}.", nameof(columns));
            }

            for (int row = 0; row < rows; row++)
            {
                result[row, column] = columns[column][row];
            }
        }

        return result;
    }

    private static int CheckedLength(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return checked(rows * columns);
    }
}
