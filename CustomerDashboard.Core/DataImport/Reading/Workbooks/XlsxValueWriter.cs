using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CustomerDashboard.Core.DataImport.Values;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Turns what stands in a v element into a cell: a shared text, a number as people see it, or the date a serial number stands for.</summary>
internal sealed class XlsxValueWriter(XlsxWorkbook workbook, string part, CellWriter cells)
{
    // Lines of one order stand below each other and bear the same date.
    private readonly byte[] lastSerial = new byte[32];
    private int lastSerialLength;
    private (int Start, int Length) lastDate;

    /// <summary>The cells of the batch before are gone, and with them the date that could be put again.</summary>
    public void BeginBatch() => lastSerialLength = 0;

    public void Put(XlsxCellTag tag, ReadOnlySpan<byte> value)
    {
        switch (tag.Type)
        {
            case XlsxCellType.SharedText:
                if (!Utf8Parser.TryParse(value, out int index, out _) || (uint)index >= (uint)workbook.Strings.Count)
                {
                    throw workbook.Damaged(part, null);
                }

                cells.Put(tag.Column, workbook.Strings[index], CellKind.Text);
                break;
            case XlsxCellType.Number when tag.Style < workbook.IsDateFormat.Length && workbook.IsDateFormat[tag.Style]:
                PutSerial(tag.Column, value);
                break;
            case XlsxCellType.Number:
                PutNumber(tag.Column, value);
                break;
            case XlsxCellType.Boolean:
                cells.Put(tag.Column, value.SequenceEqual("1"u8) ? "TRUE"u8 : "FALSE"u8, CellKind.Text);
                break;
            default:
                cells.Put(tag.Column, value.ContainsAny((byte)'&', (byte)'_') ? XmlText.Decode(value) : value, CellKind.Text);
                break;
        }
    }

    private void PutSerial(int column, ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual(lastSerial.AsSpan(0, lastSerialLength)))
        {
            cells.PutAgain(column, lastDate.Start, lastDate.Length, CellKind.Date);
            return;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double serial) || serial is < 0 or >= 2958466)
        {
            PutNumber(column, value);
            return;
        }

        lastDate = cells.PutDate(column, new DateTime(SerialDate.ToTicks(serial + (workbook.From1904 ? 1462 : 0))));
        if (value.Length <= lastSerial.Length)
        {
            value.CopyTo(lastSerial);
            lastSerialLength = value.Length;
        }
    }

    private void PutNumber(int column, ReadOnlySpan<byte> value)
    {
        // 4.9400000000000004 is how a spreadsheet writes 4.94; as an id or a name it should read as people see it.
        if ((value.Length > 15 || value.Contains((byte)'E')) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            cells.PutNumber(column, number);
            return;
        }

        cells.Put(column, value, CellKind.Number);
    }
}
