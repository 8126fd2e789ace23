using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Decomposition;

/// <summary>Made-up sparse matrices.</summary>
internal static class SparseSamples
{
    /// <summary>A matrix in which about the given share of the entries is there, each from 1 to 5.</summary>
    public static SparseMatrix Random(int rows, int columns, double share, int seed)
    {
        var random = new RandomSource(seed);
        var starts = new int[rows + 1];
        var indices = new List<int>();
        var values = new List<double>();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                if (random.NextDouble() < share)
                {
                    indices.Add(column);
                    values.Add(1 + random.NextInt(5));
                }
            }

            starts[row + 1] = indices.Count;
        }

        return new SparseMatrix(rows, columns, starts, [.. indices], [.. values]);
    }

    public static double[,] Dense(SparseMatrix matrix)
    {
        var dense = new double[matrix.Rows, matrix.Columns];
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int i = matrix.RowStarts[row]; i < matrix.RowStarts[row + 1]; i++)
            {
                dense[row, matrix.ColumnIndices[i]] += matrix.Values[i];
            }
        }

        return dense;
    }
}
