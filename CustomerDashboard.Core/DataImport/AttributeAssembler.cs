using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.DataImport.Values;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Makes a table of customers from the columns as read: decides which are numbers, rejects rows, checks the ids.</summary>
internal sealed class AttributeAssembler(
    SourceFile file, FileProfile profile, IReadOnlyList<SheetLayout> layouts, RawFile raw, ImportOptions applied, string? id, string[] attributes)
{
    /// <summary>A column of words with a few numbers among them is words.</summary>
    private const double NeededShare = 0.75;

    private readonly RejectionList rejections = new(applied.Limits.MaxRejectedKept);
    private readonly bool[] rejected = new bool[raw.Table.RowCount];

    private RawTable Table => raw.Table;

    public AttributeImportResult Assemble()
    {
        TextEncodingKind? encoding = FileProfiler.EncodingOf(Table.Columns, applied, layouts[0].Encoding);
        bool windows1252 = encoding == TextEncodingKind.Windows1252;
        List<string> notes = ImportNotes.Begin(file, profile, layouts, encoding);
        foreach ((int sheet, RowFault fault) in Table.Faults)
        {
            rejections.Add(sheet, new RejectedRow(fault.Line, SheetName(sheet), "", fault.Value, fault.Reason));
        }

        rejections.AddUnlisted(Table.FaultsNotListed);
        string[] ids = ReadIds(windows1252, notes);
        NumberColumn?[] numbers = ReadNumbers(windows1252);
        ImportReport report = ImportNotes.Finish(file, raw, applied, rejections, notes);
        if (report.RowsKept == 0)
        {
            string why = report.RejectedByReason.Count > 0 ? $" The most frequent reason: {report.RejectedByReason[0].Reason}" : "";
            throw new ImportException(ImportErrorCode.NothingKept, $"None of the {report.RowsRead} rows of {file.FileName} could be used.{why}") { Report = report };
        }

        return new AttributeImportResult(Build(ids, numbers, windows1252, report.RowsKept), report);
    }

    private string[] ReadIds(bool windows1252, List<string> notes)
    {
        string[] ids = new string[Table.RowCount];
        if (id is null)
        {
            notes.Add("No column holds ids, so customers are called by their row.");
            for (int row = 0; row < ids.Length; row++)
            {
                ids[row] = $"Row {Table.LineOf(row)}";
            }

            return ids;
        }

        RawColumn column = Table.Columns[0];
        string?[] names = TextColumn.ReadIds(column, windows1252, out _, out _);
        Dictionary<string, int> firstLine = new(StringComparer.Ordinal);
        for (int row = 0; row < ids.Length; row++)
        {
            int code = column[row];
            string? name = code < 0 ? null : names[code];
            if (name is null)
            {
                Reject(row, id, "", $"\"{id}\" is empty; a customer needs an id.");
            }
            else if (!firstLine.TryAdd(name, Table.LineOf(row)))
            {
                Reject(row, id, name, $"Customer {name} appears twice, first on line {firstLine[name]}.");
            }

            ids[row] = name ?? "";
        }

        return ids;
    }

    private NumberColumn?[] ReadNumbers(bool windows1252)
    {
        NumberColumn?[] numbers = new NumberColumn?[attributes.Length];
        RawColumn[] columns = Table.Columns[(id is null ? 0 : 1)..];
        char? mark = applied.DecimalMark ?? ColumnProfiler.CommonMark(columns, windows1252);
        for (int i = 0; i < attributes.Length; i++)
        {
            NumberColumn column = NumberColumn.Read(columns[i], windows1252, applied.DecimalMark, mark);
            int[] rows = columns[i].CountRows();
            long valid = 0;
            long invalid = 0;
            for (int code = 0; code < rows.Length; code++)
            {
                valid += column.Faults[code] == ValueFault.None ? rows[code] : 0;
                invalid += column.Faults[code] is ValueFault.None or ValueFault.Missing ? 0 : rows[code];
            }

            if (valid > 0 && valid >= NeededShare * (valid + invalid))
            {
                numbers[i] = column;
                RejectFaults(columns[i], attributes[i], column);
            }
        }

        return numbers;
    }

    private void RejectFaults(RawColumn column, string name, NumberColumn numbers)
    {
        if (numbers.InvalidCount == 0)
        {
            return;
        }

        for (int row = 0; row < Table.RowCount; row++)
        {
            int code = column[row];
            if (code >= 0 && numbers.Faults[code] is not (ValueFault.None or ValueFault.Missing))
            {
                Reject(row, name, FieldText.Excerpt(column.Value(code)), FaultWords.Describe(numbers.Faults[code], name, numbers.DecimalMark));
            }
        }
    }

    private void Reject(int row, string column, string value, string reason)
    {
        if (rejected[row])
        {
            return;
        }

        rejected[row] = true;
        int sheet = 0;
        while (row >= Table.SheetEnds[sheet])
        {
            sheet++;
        }

        rejections.Add(sheet, new RejectedRow(Table.LineOf(row), SheetName(sheet), column, value, reason));
    }

    private string? SheetName(int sheet) => layouts[sheet].Name.Length > 0 ? layouts[sheet].Name : null;

    private CustomerAttributeTable Build(string[] ids, NumberColumn?[] numbers, bool windows1252, int rows)
    {
        List<AttributeColumn> columns = [];
        for (int i = 0; i < attributes.Length; i++)
        {
            RawColumn column = Table.Columns[i + (id is null ? 0 : 1)];
            columns.Add(numbers[i] is { } number
                ? new AttributeColumn(attributes[i], TakeNumbers(column, number, rows), null)
                : new AttributeColumn(attributes[i], null, CodedColumnBuilder.Build(column, TextColumn.ReadIds(column, windows1252, out _, out _), rejected)));
        }

        List<string> keptIds = new(rows);
        List<int> lines = new(rows);
        for (int row = 0; row < ids.Length; row++)
        {
            if (!rejected[row])
            {
                keptIds.Add(ids[row]);
                lines.Add(Table.LineOf(row));
            }
        }

        return new CustomerAttributeTable([.. keptIds], columns, [.. lines]);
    }

    private double[] TakeNumbers(RawColumn column, NumberColumn numbers, int rows)
    {
        double[] result = new double[rows];
        int kept = 0;
        for (int row = 0; row < Table.RowCount; row++)
        {
            if (!rejected[row])
            {
                result[kept++] = column[row] < 0 ? double.NaN : numbers.Numbers[column[row]];
            }
        }

        return result;
    }
}
