using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>
/// A stretch of rows split into fields: the bytes (UTF-8 or, undecided until the whole column is known, Windows-1252)
/// and where each field lies in them. Batches are reused: one is filled while another is coded.
/// </summary>
internal sealed class RowBatch
{
    public byte[] Data = new byte[1 << 20];
    public int[] FieldStart = new int[1 << 16];
    public int[] FieldLength = new int[1 << 16];

    /// <summary>The kinds of the fields, or null when all are text.</summary>
    public CellKind[]? FieldKind;

    /// <summary>Index of each row's first field, with one more entry for the end.</summary>
    public int[] RowFirst = new int[1 << 13];
    public int[] RowLine = new int[1 << 13];
    public List<RowFault> Faults { get; } = [];

    public int FieldCount { get; private set; }

    public int RowCount { get; private set; }

    public int BlankLines { get; set; }

    /// <summary>Bytes of the file (as stored, packed or not) read so far, for the progress bar.</summary>
    public long SourcePosition { get; set; }

    public void Clear()
    {
        FieldCount = 0;
        RowCount = 0;
        BlankLines = 0;
        Faults.Clear();
    }

    public void AddField(int start, int length)
    {
        int index = FieldCount;
        if (index == FieldStart.Length)
        {
            Array.Resize(ref FieldStart, index * 2);
            Array.Resize(ref FieldLength, index * 2);
        }

        FieldStart[index] = start;
        FieldLength[index] = length;
        FieldCount = index + 1;
    }

    public void AddField(int start, int length, CellKind kind)
    {
        AddField(start, length);
        FieldKind ??= new CellKind[FieldStart.Length];
        if (FieldKind.Length < FieldCount)
        {
            Array.Resize(ref FieldKind, FieldStart.Length);
        }

        FieldKind[FieldCount - 1] = kind;
    }

    /// <summary>Takes back the fields of a row that turned out not to be one.</summary>
    public void DropFieldsFrom(int firstField) => FieldCount = firstField;

    /// <summary>Closes the row made of all fields added since the last one.</summary>
    public void EndRow(int firstField, int line)
    {
        if (RowCount + 1 >= RowFirst.Length)
        {
            Array.Resize(ref RowFirst, RowFirst.Length * 2);
            Array.Resize(ref RowLine, RowLine.Length * 2);
        }

        RowFirst[RowCount] = firstField;
        RowLine[RowCount] = line;
        RowCount++;
        RowFirst[RowCount] = FieldCount;
    }

    public int FieldsOfRow(int row) => RowFirst[row + 1] - RowFirst[row];

    public ReadOnlySpan<byte> Field(int field) => Data.AsSpan(FieldStart[field], FieldLength[field]);

    /// <summary>True when no field of the row holds anything but white space.</summary>
    public bool IsBlank(int row)
    {
        for (int field = RowFirst[row]; field < RowFirst[row + 1]; field++)
        {
            if (FieldLength[field] > 0 && !FieldText.IsBlank(Field(field)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The beginning of a row put together again, to show a person which one is meant.</summary>
    public string Excerpt(int row)
    {
        StringBuilder text = new();
        for (int field = RowFirst[row]; field < RowFirst[row + 1] && text.Length < FieldText.ExcerptLength; field++)
        {
            text.Append(field > RowFirst[row] ? " | " : "").Append(FieldText.Excerpt(Field(field)));
        }

        return text.Length > FieldText.ExcerptLength ? text.ToString(0, FieldText.ExcerptLength) : text.ToString();
    }
}
