namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// Points stored column after column, so that one vector register holds one coordinate of several points. Each column is
/// padded with zeros to whole groups of <see cref="Group"/> points.
/// </summary>
internal sealed class ColumnarPoints
{
    /// <summary>How many points the kernels take at once.</summary>
    public const int Group = 16;

    public ColumnarPoints(Matrix points)
    {
        Count = points.Rows;
        Dimensions = points.Columns;
        Stride = (points.Rows + Group - 1) / Group * Group;
        Values = new double[checked(Stride * Dimensions)];
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<double> point = points.Row(row);
            for (int column = 0; column < point.Length; column++)
            {
                Values[(column * Stride) + row] = point[column];
            }
        }
    }

    /// <summary>How many points there are, without the padding.</summary>
    public int Count { get; }

    /// <summary>How many coordinates a point has.</summary>
    public int Dimensions { get; }

    /// <summary>The distance between the same point's coordinates in <see cref="Values"/>; a multiple of <see cref="Group"/>.</summary>
    public int Stride { get; }

    public double[] Values { get; }

    /// <summary>Copies one point's coordinates.</summary>
    public void CopyPoint(int point, Span<double> coordinates)
    {
        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            coordinates[dimension] = Values[(dimension * Stride) + point];
        }
    }
}
