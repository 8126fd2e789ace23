namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// The bin codes of a table, twice: row after row, where all codes of a row are wanted, and column after column, where one code of
/// many rows is.
/// </summary>
internal sealed class BinCodes
{
    /// <summary>Whole vectors may be read from the last row on.</summary>
    private const int Spare = TreeScoring.RowsAtOnce;

    public BinCodes(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        ColumnStride = rows + Spare;
        ByRow = new byte[checked(rows * columns)];
        ByColumn = new byte[checked(ColumnStride * columns)];
    }

    public int Rows { get; }

    public int Columns { get; }

    public byte[] ByRow { get; }

    public byte[] ByColumn { get; }

    /// <summary>How far apart columns stand in <see cref="ByColumn"/>.</summary>
    public int ColumnStride { get; }

    /// <summary>Copies the codes by column into those by row.</summary>
    public void FillRows(int start, int end)
    {
        for (int column = 0; column < Columns; column++)
        {
            ReadOnlySpan<byte> codes = ByColumn.AsSpan((column * ColumnStride) + start, end - start);
            Span<byte> rows = ByRow.AsSpan((start * Columns) + column);
            for (int row = 0, place = 0; row < codes.Length; row++, place += Columns)
            {
                rows[place] = codes[row];
            }
        }
    }
}
