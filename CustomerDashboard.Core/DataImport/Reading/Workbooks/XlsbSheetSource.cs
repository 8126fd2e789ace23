using System.Text;
using CustomerDashboard.Core.DataImport.Values;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Reads the rows of one sheet of an XLSB workbook: the cell records of [MS-XLSB] 2.3, and nothing else of it.</summary>
internal sealed class XlsbSheetSource : IRowSource
{
    private const int RowsPerBatch = 8192;
    private const int MaxColumns = 16384;
    private readonly XlsbWorkbook workbook;
    private readonly XlsbRecords records;
    private readonly CellWriter cells;
    private readonly long length;
    private readonly long packedLength;
    private int line;
    private bool inRow;
    private bool ended;

    private XlsbSheetSource(XlsbWorkbook workbook, XlsbRecords records, long length, long packedLength, int fieldsPerRow)
    {
        this.workbook = workbook;
        this.records = records;
        this.length = length;
        this.packedLength = packedLength;
        cells = new CellWriter(fieldsPerRow);
        RowCountHint = FindRows();
    }

    private enum Record
    {
        Row = 0,
        Blank = 1,
        Rk = 2,
        Error = 3,
        Boolean = 4,
        Real = 5,
        Text = 6,
        SharedText = 7,
        FormulaText = 8,
        FormulaReal = 9,
        FormulaBoolean = 10,
        FormulaError = 11,

        /// <summary>From here on cells do not name their column; no program is known to write them.</summary>
        FirstShort = 12,
        LastShort = 18,
        RichText = 62,
        BeginData = 145,
        EndData = 146,
        Dimension = 148,
    }

    public long? RowCountHint { get; }

    public static XlsbSheetSource Open(SourceFile file, string sheet, int fieldsPerRow)
    {
        XlsbWorkbook workbook = file.BinaryWorkbook;
        (string name, string part) = workbook.Sheets.FirstOrDefault(item => item.Name == sheet);
        if (name is null)
        {
            throw new ImportException(ImportErrorCode.SheetNotFound, $"{file.FileName} has no sheet called \"{sheet}\".");
        }

        XlsbRecords records = XlsbRecords.Open(workbook.Package, part, out long length, out long packedLength) ?? throw workbook.Package.Damaged(part, null);
        try
        {
            return new XlsbSheetSource(workbook, records, length, packedLength, fieldsPerRow);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    public void Dispose() => records.Dispose();

    public bool Read(RowBatch batch, CancellationToken cancellationToken)
    {
        batch.Clear();
        cells.BeginBatch(batch);
        if (inRow)
        {
            cells.BeginRow();
        }

        while (!ended && batch.RowCount < RowsPerBatch && cells.Written < 4 << 20)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadRecord();
        }

        batch.SourcePosition = length <= 0 ? 0 : (long)((double)records.Position / length * packedLength);
        return batch.RowCount > 0 || batch.BlankLines > 0 || !ended;
    }

    /// <summary>Goes to the first row; returns how many there are when the sheet says so.</summary>
    private long? FindRows()
    {
        long? rows = null;
        while (records.Next())
        {
            switch ((Record)records.Type)
            {
                case Record.Dimension:
                    rows = records.Whole(4) + 1L;
                    break;
                case Record.BeginData:
                    return rows;
                default:
                    break;
            }
        }

        throw records.Damaged();
    }

    /// <summary>Reads up to the end of a row, which is where the next one begins.</summary>
    private void ReadRecord()
    {
        do
        {
            if (!records.Next())
            {
                throw records.Damaged();
            }

            Record record = (Record)records.Type;
            if (record is Record.Row or Record.EndData)
            {
                bool wasInRow = inRow;
                int finished = line;
                ended = record == Record.EndData;
                inRow = !ended;
                line = ended ? line : records.Whole(0) + 1;
                if (wasInRow)
                {
                    cells.EndRow(finished);
                }

                cells.BeginRow();
                return;
            }

            if (inRow && record is (>= Record.Blank and <= Record.LastShort) or Record.RichText)
            {
                PutCell(record);
            }
        }
        while (true);
    }

    private void PutCell(Record record)
    {
        int column = records.Whole(0);
        if (column is < 0 or >= MaxColumns || record is >= Record.FirstShort and <= Record.LastShort)
        {
            throw records.Damaged();
        }

        switch (record)
        {
            case Record.Rk:
                PutNumber(column, Unpack(records.Whole(8)));
                break;
            case Record.Real or Record.FormulaReal:
                PutNumber(column, records.Number(8));
                break;
            case Record.Boolean or Record.FormulaBoolean:
                cells.Put(column, records.Byte(8) != 0 ? "TRUE"u8 : "FALSE"u8, CellKind.Text);
                break;
            case Record.Error or Record.FormulaError:
                cells.Put(column, Error(records.Byte(8)), CellKind.Text);
                break;
            case Record.Text or Record.FormulaText:
                cells.Put(column, Encoding.UTF8.GetBytes(records.Text(8, out _)), CellKind.Text);
                break;
            case Record.RichText:
                cells.Put(column, Encoding.UTF8.GetBytes(records.Text(9, out _)), CellKind.Text);
                break;
            case Record.SharedText:
                int index = records.Whole(8);
                cells.Put(column, (uint)index < (uint)workbook.Strings.Count ? workbook.Strings[index] : throw records.Damaged(), CellKind.Text);
                break;
            default:
                break;
        }
    }

    private void PutNumber(int column, double number)
    {
        int style = records.Whole(4) & 0xFFFFFF;
        if (style < workbook.IsDateFormat.Count && workbook.IsDateFormat[style] && number is >= 0 and < 2958466)
        {
            cells.PutDate(column, new DateTime(SerialDate.ToTicks(number + (workbook.From1904 ? 1462 : 0))));
            return;
        }

        cells.PutNumber(column, number);
    }

    /// <summary>A number in 30 bits ([MS-XLSB] 2.5.122): the upper half of a double or a whole number, perhaps in hundredths.</summary>
    private static double Unpack(int rk)
    {
        double number = (rk & 2) != 0 ? rk >> 2 : BitConverter.Int64BitsToDouble((long)(rk & ~3) << 32);
        return (rk & 1) != 0 ? number / 100 : number;
    }

    private static ReadOnlySpan<byte> Error(byte code) => code switch
    {
        0x00 => "#NULL!"u8,
        0x07 => "#DIV/0!"u8,
        0x0F => "#VALUE!"u8,
        0x17 => "#REF!"u8,
        0x1D => "#NAME?"u8,
        0x24 => "#NUM!"u8,
        _ => "#N/A"u8,
    };
}
