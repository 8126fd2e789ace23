using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Reads one sheet of an XLS workbook through ExcelDataReader.</summary>
internal sealed class XlsSource : IRowSource
{
    private const int RowsPerBatch = 4096;
    private readonly SourceFile file;
    private readonly Stream stream;
    private readonly IExcelDataReader reader;
    private readonly CellWriter cells;
    private int line;

    public XlsSource(SourceFile file, string sheet, int fieldsPerRow)
    {
        this.file = file;
        cells = new CellWriter(fieldsPerRow);
        stream = file.OpenFile();
        try
        {
            reader = Open(file, stream);
            bool found = Guard(file, () =>
            {
                while (reader.Name != sheet)
                {
                    if (!reader.NextResult())
                    {
                        return false;
                    }
                }

                return true;
            });
            if (!found)
            {
                throw new ImportException(ImportErrorCode.SheetNotFound, $"{file.FileName} has no sheet called \"{sheet}\".");
            }

            RowCountHint = reader.RowCount;
        }
        catch (ImportException)
        {
            stream.Dispose();
            throw;
        }
    }

    public long? RowCountHint { get; }

    public static IReadOnlyList<string> ListSheets(SourceFile file)
    {
        using FileStream stream = file.OpenFile();
        RefuseEncrypted(file, stream);
        using IExcelDataReader reader = Open(file, stream);
        return Guard(file, () =>
        {
            List<string> names = [];
            do
            {
                if (!names.Contains(reader.Name))
                {
                    names.Add(reader.Name);
                }
            }
            while (reader.NextResult());
            return names;
        });
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    public bool Read(RowBatch batch, CancellationToken cancellationToken)
    {
        batch.Clear();
        cells.BeginBatch(batch);
        bool more = true;
        while (batch.RowCount < RowsPerBatch && more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            more = Guard(file, reader.Read);
            if (more)
            {
                line++;
                cells.BeginRow();
                Guard(file, PutRow);
                cells.EndRow(line);
            }
        }

        batch.SourcePosition = RowCountHint is > 0 and { } rows ? (long)((double)line / rows * file.FileBytes) : 0;
        return batch.RowCount > 0 || batch.BlankLines > 0 || more;
    }

    private bool PutRow()
    {
        for (int column = 0; column < reader.FieldCount; column++)
        {
            switch (reader.GetValue(column))
            {
                case null:
                    break;
                case double number:
                    cells.PutNumber(column, number);
                    break;
                case DateTime date:
                    // The reader keeps fractions of a millisecond that the double does not hold.
                    cells.PutDate(column, new DateTime((date.Ticks + 5000) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond));
                    break;
                case TimeSpan time:
                    cells.Put(column, Encoding.ASCII.GetBytes(time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)), CellKind.Text);
                    break;
                case bool flag:
                    cells.Put(column, flag ? "TRUE"u8 : "FALSE"u8, CellKind.Text);
                    break;
                case IFormattable other:
                    cells.Put(column, Encoding.UTF8.GetBytes(other.ToString(null, CultureInfo.InvariantCulture)), CellKind.Number);
                    break;
                case { } text:
                    cells.Put(column, Encoding.UTF8.GetBytes(text.ToString() ?? ""), CellKind.Text);
                    break;
            }
        }

        return true;
    }

    private static IExcelDataReader Open(SourceFile file, Stream stream)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        stream.Position = 0;
        return Guard(file, () => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true }));
    }

    /// <summary>A password turns any workbook into a compound file with an encrypted package in it.</summary>
    private static void RefuseEncrypted(SourceFile file, FileStream stream)
    {
        byte[] marker = Encoding.Unicode.GetBytes("EncryptedPackage");
        byte[] content = new byte[Math.Min(stream.Length, 64L << 20)];
        int length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        if (content.AsSpan(0, length).IndexOf(marker) >= 0)
        {
            throw Protected(file, null);
        }
    }

    /// <summary>The reader fails in many ways on damaged files; a person needs one sentence.</summary>
    private static T Guard<T>(SourceFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException exception)
        {
            throw Protected(file, exception);
        }
        catch (Exception exception) when (exception is not (ImportException or OperationCanceledException or OutOfMemoryException))
        {
            throw new ImportException(ImportErrorCode.Damaged,
                $"{file.FileName} is no readable Excel workbook: it is damaged, cut short or of another kind. Open it in a spreadsheet program and save it as .xlsx.", exception);
        }
    }

    private static ImportException Protected(SourceFile file, Exception? cause) => new(ImportErrorCode.PasswordProtected,
        $"{file.FileName} is protected with a password. Open it in a spreadsheet program, remove the password and save it again.", cause);
}
