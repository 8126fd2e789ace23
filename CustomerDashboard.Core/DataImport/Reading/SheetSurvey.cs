namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>The layout of every sheet of a file and its first rows.</summary>
internal sealed class SheetSurvey
{
    private const int RowsLookedAt = 500;

    private SheetSurvey(IReadOnlyList<SheetLayout> layouts, IReadOnlyList<string> notes)
    {
        Layouts = layouts;
        Notes = notes;
    }

    /// <summary>The sheets that hold a table, in file order.</summary>
    public IReadOnlyList<SheetLayout> Layouts { get; }

    /// <summary>Sheets passed over, in words.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <param name="file">The file.</param>
    /// <param name="options">Which sheets are wanted, and how text is read.</param>
    /// <param name="all">True to look also at the sheets that are not wanted, so that a person can choose them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static SheetSurvey Take(SourceFile file, ImportOptions options, bool all, CancellationToken cancellationToken)
    {
        List<SheetLayout> layouts = [];
        List<string> notes = [];
        ImportException? refusal = null;
        foreach (string sheet in file.Sheets)
        {
            if (!all && options.Sheets is { Count: > 0 } wanted && !wanted.Contains(sheet))
            {
                continue;
            }

            try
            {
                layouts.Add(LookAt(file, sheet, options, cancellationToken));
            }
            catch (ImportException exception) when (file.Sheets.Count > 1 && exception.Code is ImportErrorCode.EmptyFile
                or ImportErrorCode.NotATable or ImportErrorCode.NoRows or ImportErrorCode.OneColumn)
            {
                // A workbook's cover sheet or an archive's read-me must not keep the data out.
                refusal ??= exception;
                notes.Add($"\"{sheet}\" was passed over: {exception.Message}");
            }
        }

        CheckWanted(file, options, layouts);
        return layouts.Count > 0 ? new SheetSurvey(layouts, notes)
            : throw refusal ?? new ImportException(ImportErrorCode.EmptyFile, $"{file.FileName} has no sheet with a table in it.");
    }

    private static void CheckWanted(SourceFile file, ImportOptions options, List<SheetLayout> layouts)
    {
        foreach (string wanted in options.Sheets ?? [])
        {
            if (!layouts.Any(layout => layout.Name == wanted))
            {
                string known = string.Join(", ", file.Sheets.Take(20).Select(name => $"\"{name}\""));
                throw new ImportException(ImportErrorCode.SheetNotFound,
                    file.Sheets.Contains(wanted) ? $"\"{wanted}\" in {file.FileName} holds no table. Choose another sheet: {known}."
                    : $"{file.FileName} has no sheet or entry called \"{wanted}\". It has: {known}.");
            }
        }
    }

    private static SheetLayout LookAt(SourceFile file, string sheet, ImportOptions options, CancellationToken cancellationToken)
    {
        TextEncodingKind? encoding = null;
        char? delimiter = null;
        if (file.Format == FileFormat.DelimitedText)
        {
            (encoding, char found) = file.DetectText(sheet);
            delimiter = found;
        }

        (List<string[]> rows, long estimate, bool exact, string? fault) = ReadFirstRows(file, sheet, encoding, delimiter, cancellationToken);
        string where = sheet.Length > 0 ? $"\"{sheet}\" in {file.FileName}" : file.FileName;
        if (rows.Count == 0)
        {
            throw fault is null ? new ImportException(ImportErrorCode.EmptyFile, $"{where} has no rows. Choose a file with a header and rows under it.")
                : new ImportException(ImportErrorCode.LineTooLong, $"{where} has no readable header: {fault} Check that the file is a table with one row per line.");
        }

        (int above, bool hasHeader, string[] columns) = LayoutFinder.Find(rows, options.HasHeader);
        Check(where, rows, columns, above, exact, delimiter, file.Limits);
        return new SheetLayout
        {
            Name = sheet,
            Encoding = encoding,
            Delimiter = delimiter,
            HasHeader = hasHeader,
            RowsAbove = above,
            Columns = columns,
            RowEstimate = Math.Max(0, estimate - above),
            RowsAreExact = exact,
        };
    }

    private static void Check(
        string where, List<string[]> rows, string[] columns, int above, bool exact, char? delimiter, ImportLimits limits)
    {
        int widest = rows.Max(row => row.Length);
        if (Math.Max(columns.Length, widest) > limits.MaxColumns)
        {
            throw new ImportException(ImportErrorCode.TooManyColumns,
                $"{where} has {Words.Count(Math.Max(columns.Length, widest))} columns; the limit is {Words.Count(limits.MaxColumns)}. Retail data have one row per invoice line or per customer: "
                + "keep the columns needed, or turn the table round if its rows and columns are swapped.");
        }

        if (columns.Length == 1)
        {
            throw new ImportException(ImportErrorCode.OneColumn,
                $"{where} has only one column, \"{columns[0]}\". At least a customer, a date and an amount are needed, "
                + (delimiter is null ? "each in its own column." : "separated by comma, semicolon, tab or vertical bar; choose the delimiter if it is another one."));
        }

        if (exact && rows.Count <= above)
        {
            throw new ImportException(ImportErrorCode.NoRows,
                $"{where} has a header ({string.Join(", ", columns.Take(8))}) and no rows under it. Export it again with its rows.");
        }
    }

    private static (List<string[]> Rows, long Estimate, bool Exact, string? Fault) ReadFirstRows(
        SourceFile file, string sheet, TextEncodingKind? encoding, char? delimiter, CancellationToken cancellationToken)
    {
        List<string[]> rows = [];
        RowBatch batch = new();
        string? fault = null;
        long seen = 0;
        bool ended = true;
        using IRowSource source = file.OpenRows(sheet, encoding, delimiter);
        while (source.Read(batch, cancellationToken))
        {
            fault ??= batch.Faults.Count > 0 ? $"Line {batch.Faults[0].Line}: {batch.Faults[0].Reason}" : null;
            seen += batch.RowCount + batch.Faults.Count;
            for (int row = 0; row < batch.RowCount && rows.Count < RowsLookedAt; row++)
            {
                string[] values = new string[batch.FieldsOfRow(row)];
                for (int field = 0; field < values.Length; field++)
                {
                    values[field] = FieldText.Decode(batch.Field(batch.RowFirst[row] + field), encoding == TextEncodingKind.Windows1252);
                }

                rows.Add(values);
            }

            if (rows.Count >= RowsLookedAt)
            {
                ended = batch.SourcePosition >= file.FileBytes && !source.Read(batch, cancellationToken);
                break;
            }
        }

        long estimate = ended || batch.SourcePosition <= 0 ? seen : (long)(seen * ((double)file.FileBytes / batch.SourcePosition));
        return (rows, source.RowCountHint ?? estimate, ended, fault);
    }
}
