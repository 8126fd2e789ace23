namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>The columns of a file as read, all sheets one after the other, before anything is made of the values.</summary>
internal sealed class RawTable
{
    private const int ChunkBits = 16;
    private readonly List<int[]> lines = [];

    public RawTable(int columns)
    {
        Columns = new RawColumn[columns];
        for (int column = 0; column < columns; column++)
        {
            Columns[column] = new RawColumn();
        }
    }

    public RawColumn[] Columns { get; }

    public int RowCount { get; private set; }

    /// <summary>Rows that could not be split into fields, with the index of their sheet.</summary>
    public List<(int Sheet, RowFault Fault)> Faults { get; } = [];

    /// <summary>Faults beyond those listed, which are only counted.</summary>
    public int FaultsNotListed { get; set; }

    public int BlankLines { get; set; }

    /// <summary>Row count after each sheet.</summary>
    public List<int> SheetEnds { get; } = [];

    public int LineOf(int row) => lines[row >> ChunkBits][row & ((1 << ChunkBits) - 1)];

    public void AddLines(RowBatch batch, ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            AddLine(batch.RowLine[row]);
        }
    }

    /// <summary>Appends the rows of another table with the same columns.</summary>
    public void AddAll(RawTable other)
    {
        int sheet = SheetEnds.Count;
        for (int column = 0; column < Columns.Length; column++)
        {
            Columns[column].AddAll(other.Columns[column]);
        }

        for (int row = 0; row < other.RowCount; row++)
        {
            AddLine(other.LineOf(row));
        }

        foreach ((_, RowFault fault) in other.Faults)
        {
            Faults.Add((sheet, fault));
        }

        FaultsNotListed += other.FaultsNotListed;
        BlankLines += other.BlankLines;
        SheetEnds.Add(RowCount);
    }

    private void AddLine(int line)
    {
        int row = RowCount;
        if ((row & ((1 << ChunkBits) - 1)) == 0)
        {
            lines.Add(new int[1 << ChunkBits]);
        }

        lines[row >> ChunkBits][row & ((1 << ChunkBits) - 1)] = line;
        RowCount = row + 1;
    }
}
