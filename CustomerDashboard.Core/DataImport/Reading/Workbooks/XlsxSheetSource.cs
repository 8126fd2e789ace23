using System.Buffers.Text;
using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>
/// Reads the rows of one sheet of an XLSX workbook straight from the unpacked bytes. Only what worksheets consist of is
/// understood - row, c, v, is and t elements in one namespace prefix - and nothing is ever resolved or executed.
/// </summary>
internal sealed class XlsxSheetSource : IRowSource
{
    private const int RowsPerBatch = 8192;
    private const int MaxRowBytes = 64 << 20;
    private readonly Stream stream;
    private readonly XlsxWorkbook workbook;
    private readonly string part;
    private readonly long length;
    private readonly long packedLength;
    private readonly CellWriter cells;
    private readonly XlsxValueWriter values;
    private readonly XlsxTags tags;
    private byte[] buffer = new byte[1 << 18];
    private int at;
    private int end;
    private bool ended;
    private int line;

    private XlsxSheetSource(Stream stream, XlsxWorkbook workbook, string part, long length, long packedLength, int fieldsPerRow)
    {
        this.stream = stream;
        this.workbook = workbook;
        this.part = part;
        this.length = length;
        this.packedLength = packedLength;
        cells = new CellWriter(fieldsPerRow);
        values = new XlsxValueWriter(workbook, part, cells);
        Fill();
        tags = XlsxTags.Find(buffer.AsSpan(0, end)) ?? throw workbook.Damaged(part, null);
        RowCountHint = XlsxTags.ReadLastRow(buffer.AsSpan(0, end));
    }

    public long? RowCountHint { get; }

    public static XlsxSheetSource Open(SourceFile file, string sheet, int fieldsPerRow)
    {
        (string name, string part) = file.Workbook.Sheets.FirstOrDefault(item => item.Name == sheet);
        if (name is null)
        {
            throw new ImportException(ImportErrorCode.SheetNotFound, $"{file.FileName} has no sheet called \"{sheet}\".");
        }

        Stream stream = file.Workbook.OpenPart(part, out long length, out long packedLength) ?? throw file.Workbook.Damaged(part, null);
        return new XlsxSheetSource(stream, file.Workbook, part, length, packedLength, fieldsPerRow);
    }

    public void Dispose() => stream.Dispose();

    public bool Read(RowBatch batch, CancellationToken cancellationToken)
    {
        batch.Clear();
        cells.BeginBatch(batch);
        values.BeginBatch();
        bool more = true;
        while (batch.RowCount < RowsPerBatch && cells.Written < 4 << 20 && more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            more = ReadRow();
        }

        batch.SourcePosition = length <= 0 ? 0 : (long)((double)stream.Position / length * packedLength);
        return batch.RowCount > 0 || batch.BlankLines > 0 || more;
    }

    private bool ReadRow()
    {
        // Find the next row and have all of it in the buffer.
        while (true)
        {
            ReadOnlySpan<byte> rest = buffer.AsSpan(at, end - at);
            int open = tags.IndexOfRow(rest);
            int sheetEnd = open < 0 ? rest.IndexOf(tags.SheetDataEnd) : -1;
            if (sheetEnd >= 0 || (open < 0 && ended))
            {
                return ended && sheetEnd < 0 && !tags.MayEndHere(rest) ? throw workbook.Damaged(part, null) : false;
            }

            if (open < 0)
            {
                // Keep what could be the beginning of a tag.
                at = Math.Max(at, end - 32);
                Fill();
                continue;
            }

            ReadOnlySpan<byte> row = rest[open..];
            int tagEnd = row.IndexOf((byte)'>');
            if (tagEnd > 0 && row[tagEnd - 1] == '/')
            {
                line = ReadRowNumber(row[..tagEnd]);
                cells.BeginRow();
                cells.EndRow(line);
                at += open + tagEnd + 1;
                return true;
            }

            int close = tagEnd < 0 ? -1 : row[tagEnd..].IndexOf(tags.RowEnd);
            if (close > 0)
            {
                close += tagEnd;
                line = ReadRowNumber(row[..tagEnd]);
                cells.BeginRow();
                ReadCells(row[(tagEnd + 1)..close]);
                cells.EndRow(line);
                at += open + close + tags.RowEnd.Length;
                return true;
            }

            if (ended)
            {
                throw workbook.Damaged(part, null);
            }

            at += open;
            Fill();
        }
    }

    private void Fill()
    {
        if (at > 0)
        {
            buffer.AsSpan(at, end - at).CopyTo(buffer);
            end -= at;
            at = 0;
        }

        if (end > buffer.Length / 2)
        {
            if (buffer.Length > MaxRowBytes)
            {
                throw new ImportException(ImportErrorCode.LineTooLong,
                    $"A row near row {line + 1} of part \"{part}\" is longer than {MaxRowBytes / (1 << 20)} MB. Save the sheet as CSV and check it.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        while (!ended && end < buffer.Length)
        {
            int read = stream.Read(buffer, end, buffer.Length - end);
            ended = read == 0;
            end += read;
        }
    }

    private int ReadRowNumber(ReadOnlySpan<byte> tag)
    {
        int r = tag.IndexOf(" r=\""u8);
        return r >= 0 && Utf8Parser.TryParse(tag[(r + 4)..], out int number, out _) && number > 0 ? number : line + 1;
    }

    private void ReadCells(ReadOnlySpan<byte> row)
    {
        int column = -1;
        while (true)
        {
            int open = tags.IndexOfCell(row);
            if (open < 0)
            {
                return;
            }

            row = row[(open + tags.Cell.Length)..];
            int tagEnd = row.IndexOf((byte)'>');
            if (tagEnd < 0)
            {
                throw workbook.Damaged(part, null);
            }

            XlsxCellTag tag = XlsxCellTag.Read(row[..tagEnd], column + 1);
            column = tag.Column;
            if (column >= 16384)
            {
                throw workbook.Damaged(part, null);
            }

            if (tagEnd > 0 && row[tagEnd - 1] == '/')
            {
                row = row[(tagEnd + 1)..];
                continue;
            }

            row = row[(tagEnd + 1)..];
            if (row.StartsWith(tags.Value))
            {
                ReadOnlySpan<byte> value = row[tags.Value.Length..];
                int valueEnd = value.IndexOf((byte)'<');
                if (valueEnd < 0)
                {
                    throw workbook.Damaged(part, null);
                }

                values.Put(tag, value[..valueEnd]);
                row = value[valueEnd..];
                continue;
            }

            int close = row.IndexOf(tags.CellEnd);
            if (close < 0)
            {
                throw workbook.Damaged(part, null);
            }

            PutContent(tag, row[..close]);
            row = row[(close + tags.CellEnd.Length)..];
        }
    }

    /// <summary>A cell whose content is more than one plain value: a formula, a text with runs.</summary>
    private void PutContent(XlsxCellTag tag, ReadOnlySpan<byte> content)
    {
        if (tag.Type == XlsxCellType.InlineText)
        {
            cells.Put(tag.Column, tags.JoinTexts(content), CellKind.Text);
            return;
        }

        int open = tags.IndexOfValue(content);
        if (open < 0)
        {
            return;
        }

        content = content[open..];
        int tagEnd = content.IndexOf((byte)'>');
        int close = content.IndexOf(tags.ValueEnd);
        if (tagEnd >= 0 && close > tagEnd)
        {
            values.Put(tag, content[(tagEnd + 1)..close]);
        }
    }
}
