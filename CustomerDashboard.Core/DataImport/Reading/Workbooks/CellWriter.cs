using System.Globalization;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Puts the cells of one row into a batch, in column order and with gaps as empty fields.</summary>
internal sealed class CellWriter(int fieldsPerRow)
{
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private CellKind[] kinds = new CellKind[64];
    private int used;
    private int written;
    private RowBatch batch = null!;

    /// <summary>Bytes put into the current batch.</summary>
    public int Written => written;

    public void BeginBatch(RowBatch target)
    {
        batch = target;
        written = 0;
    }

    public void BeginRow() => used = 0;

    public void Put(int column, ReadOnlySpan<byte> value, CellKind kind)
    {
        if (value.Length == 0 || (fieldsPerRow > 0 && column >= fieldsPerRow))
        {
            return;
        }

        int start = Write(value);
        PutAgain(column, start, value.Length, kind);
    }

    /// <summary>Puts bytes that are in the batch already.</summary>
    public void PutAgain(int column, int start, int length, CellKind kind)
    {
        if (fieldsPerRow > 0 && column >= fieldsPerRow)
        {
            return;
        }

        if (column >= starts.Length)
        {
            int size = Math.Max(column + 1, starts.Length * 2);
            Array.Resize(ref starts, size);
            Array.Resize(ref lengths, size);
            Array.Resize(ref kinds, size);
        }

        while (used <= column)
        {
            lengths[used++] = 0;
        }

        (starts[column], lengths[column], kinds[column]) = (start, length, kind);
    }

    public void PutNumber(int column, double number)
    {
        Span<byte> text = stackalloc byte[40];
        number.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        Put(column, text[..length], CellKind.Number);
    }

    /// <summary>Puts a date as yyyy-MM-dd HH:mm:ss, with milliseconds if it has any; returns where it lies.</summary>
    public (int Start, int Length) PutDate(int column, DateTime date)
    {
        Span<byte> text = stackalloc byte[24];
        date.TryFormat(text, out int length, date.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        int start = Write(text[..length]);
        PutAgain(column, start, length, CellKind.Date);
        return (start, length);
    }

    public void EndRow(int line)
    {
        int fields = fieldsPerRow > 0 ? fieldsPerRow : used;
        if (used == 0)
        {
            batch.BlankLines++;
            return;
        }

        int first = batch.FieldCount;
        for (int column = 0; column < fields; column++)
        {
            bool has = column < used && lengths[column] > 0;
            batch.AddField(has ? starts[column] : 0, has ? lengths[column] : 0, has ? kinds[column] : CellKind.Text);
        }

        batch.EndRow(first, line);
    }

    private int Write(ReadOnlySpan<byte> value)
    {
        if (written + value.Length > batch.Data.Length)
        {
            Array.Resize(ref batch.Data, Math.Max(batch.Data.Length * 2, written + value.Length));
        }

        int start = written;
        value.CopyTo(batch.Data.AsSpan(start));
        written += value.Length;
        return start;
    }
}
