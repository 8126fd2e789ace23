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

    private const ushort NoId = 1;
    private const ushort SameId = 2;
    private const ushort FirstAttribute = 3;

    private readonly ushort[] causes = new ushort[raw.Table.RowCount];
    private readonly Dictionary<string, int> firstLines = new(StringComparer.Ordinal);

    private RawTable Table => raw.Table;

    public AttributeImportResult Assemble()
    {
        RejectionList rejections = new(applied.Limits.MaxRejectedKept);
        bool windows1252 = RejectRows(rejections, out List<string> notes, out string[] ids, out NumberColumn?[] numbers);
        ImportReport report = ImportNotes.Finish(file, raw, applied, rejections, notes);
        if (report.RowsKept == 0)
        {
            string why = report.RejectedByReason.Count > 0 ? $" The most frequent reason: {report.RejectedByReason[0].Reason}" : "";
            throw new ImportException(ImportErrorCode.NothingKept, $"None of the {report.RowsRead} rows of {file.FileName} could be used.{why}") { Report = report };
        }

        return new AttributeImportResult(Build(ids, numbers, windows1252, Array.ConvertAll(causes, cause => cause != 0)), report);
    }

    /// <summary>Tells each rejected row and builds nothing.</summary>
    public void ListRejected(Action<RejectedRow> told) => RejectRows(new RejectionList(0, told), out _, out _, out _);

    private bool RejectRows(RejectionList rejections, out List<string> notes, out string[] ids, out NumberColumn?[] numbers)
    {
        TextEncodingKind? encoding = FileProfiler.EncodingOf(Table.Columns, applied, layouts[0].Encoding);
        bool windows1252 = encoding == TextEncodingKind.Windows1252;
        notes = ImportNotes.Begin(file, profile, layouts, encoding);
        ids = ReadIds(windows1252, notes);
        NumberColumn?[] columns = numbers = ReadNumbers(windows1252);
        string[] names = ids;
        rejections.AddAll(
            Table, [.. layouts.Select(layout => layout.Name.Length > 0 ? layout.Name : null)], causes, (row, cause) => Describe(row, cause, names, columns));
        return windows1252;
    }

    private (string Column, string Value, string Reason) Describe(int row, ushort cause, string[] ids, NumberColumn?[] numbers)
    {
        if (cause is NoId or SameId)
        {
            return cause == NoId ? (id!, "", $"\"{id}\" is empty; a customer needs an id.")
                : (id!, ids[row], $"Customer {ids[row]} appears twice, first on line {firstLines[ids[row]]}.");
        }

        int attribute = cause - FirstAttribute;
        RawColumn column = Table.Columns[attribute + (id is null ? 0 : 1)];
        int code = column[row];
        return (attributes[attribute], FieldText.Excerpt(column.Value(code)),
            FaultWords.Describe(numbers[attribute]!.Faults[code], attributes[attribute], numbers[attribute]!.DecimalMark));
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
        for (int row = 0; row < ids.Length; row++)
        {
            int code = column[row];
            string? name = code < 0 ? null : names[code];
            if (name is null)
            {
                causes[row] = NoId;
            }
            else if (!firstLines.TryAdd(name, Table.LineOf(row)))
            {
                causes[row] = SameId;
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
                MarkFaults((ushort)(FirstAttribute + i), columns[i], column);
            }
        }

        return numbers;
    }

    private void MarkFaults(ushort cause, RawColumn column, NumberColumn numbers)
    {
        for (int row = 0; row < Table.RowCount && numbers.InvalidCount > 0; row++)
        {
            int code = column[row];
            if (code >= 0 && causes[row] == 0 && numbers.Faults[code] is not (ValueFault.None or ValueFault.Missing))
            {
                causes[row] = cause;
            }
        }
    }

    private CustomerAttributeTable Build(string[] ids, NumberColumn?[] numbers, bool windows1252, bool[] rejected)
    {
        KeptRows kept = new(Table, rejected);
        List<AttributeColumn> columns = [];
        for (int i = 0; i < attributes.Length; i++)
        {
            RawColumn column = Table.Columns[i + (id is null ? 0 : 1)];
            columns.Add(numbers[i] is { } number
                ? new AttributeColumn(attributes[i], kept.TakeNumbers(column, number), null)
                : new AttributeColumn(attributes[i], null, CodedColumnBuilder.Build(column, TextColumn.ReadIds(column, windows1252, out _, out _), rejected)));
        }

        return new CustomerAttributeTable([.. ids.Where((_, row) => !rejected[row])], columns, kept.TakeLines());
    }
}
