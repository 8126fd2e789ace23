namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// A matrix of mostly zeros, by rows (CSR): the entries of row r are <c>ColumnIndices[RowStarts[r]..RowStarts[r + 1]]</c>
/// with their <c>Values</c>. Holds 12 bytes for each entry that is not zero.
/// </summary>
public sealed class SparseMatrix
{
    /// <summary>Wraps the arrays without copying.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rowStarts">Where each row starts, with the number of entries as last element; rows + 1 values, never falling.</param>
    /// <param name="columnIndices">The column of each entry.</param>
    /// <param name="values">The value of each entry.</param>
    /// <exception cref="ArgumentException">The arrays do not describe a matrix of this shape, or a value is NaN or infinite.</exception>
    public SparseMatrix(int rows, int columns, int[] rowStarts, int[] columnIndices, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(rowStarts);
        ArgumentNullException.ThrowIfNull(columnIndices);
        ArgumentNullException.ThrowIfNull(values);
        if (columnIndices.Length != values.Length)
        {
            throw new ArgumentException($"There are {columnIndices.Length} columns for {values.Length} values.", nameof(values));
        }

        RequireStarts(rowStarts, rows, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if ((uint)columnIndices[i] >= (uint)columns)
            {
                throw new ArgumentException($"Entry {i} is in column {columnIndices[i]} of {columns}.", nameof(columnIndices));
            }

            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Entry {i} is not a finite number.", nameof(values));
            }
        }

        (Rows, Columns, RowStarts, ColumnIndices, Values) = (rows, columns, rowStarts, columnIndices, values);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Where each row starts in the arrays below; not a copy.</summary>
    public int[] RowStarts { get; }

    public int[] ColumnIndices { get; }

    public double[] Values { get; }

    /// <summary>The matrix with rows and columns exchanged; entries of a row are in ascending order of their column. O(entries).</summary>
    public SparseMatrix Transpose()
    {
        var starts = new int[Columns + 1];
        foreach (int column in ColumnIndices)
        {
            starts[column + 1]++;
        }

        for (int column = 0; column < Columns; column++)
        {
            starts[column + 1] += starts[column];
        }

        int[] next = starts[..Columns];
        var indices = new int[Values.Length];
        var values = new double[Values.Length];
        for (int row = 0; row < Rows; row++)
        {
            for (int i = RowStarts[row]; i < RowStarts[row + 1]; i++)
            {
                int place = next[ColumnIndices[i]]++;
                indices[place] = row;
                values[place] = Values[i];
            }
        }

        return new SparseMatrix(Columns, Rows, starts, indices, values);
    }

    /// <summary>The product with a dense matrix (columns x k), rows x k; each row is summed in the order of its entries.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Matrix Multiply(Matrix dense, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dense);
        if (dense.Rows != Columns)
        {
            throw new ArgumentException($"A matrix of {Columns} columns cannot be multiplied by one of {dense.Rows} rows.", nameof(dense));
        }

        const int block = 128;
        var result = new Matrix(Rows, dense.Columns);
        ParallelWork.Run(
            (Rows + block - 1) / block,
            degreeOfParallelism,
            piece =>
            {
                for (int row = piece * block; row < Math.Min(Rows, (piece + 1) * block); row++)
                {
                    Span<double> sum = result.Row(row);
                    for (int i = RowStarts[row]; i < RowStarts[row + 1]; i++)
                    {
                        VectorSums.AddScaled(sum, Values[i], dense.Row(ColumnIndices[i]));
                    }
                }
            },
            cancellationToken);
        return result;
    }

    private static void RequireStarts(int[] starts, int rows, int entries)
    {
        if (starts.Length != rows + 1 || starts[0] != 0 || starts[rows] != entries)
        {
            throw new ArgumentException($"{rows} rows of {entries} entries need {rows + 1} starts, from 0 to {entries}.", nameof(starts));
        }

        for (int row = 0; row < rows; row++)
        {
            if (starts[row + 1] < starts[row])
            {
                throw new ArgumentException($"Row {row} ends before it starts.", nameof(starts));
            }
        }
    }
}
