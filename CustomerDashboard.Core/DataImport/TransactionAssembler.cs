using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.DataImport.Values;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Makes a table of transactions from the columns as read: decides formats, rejects rows, builds columns.</summary>
internal sealed class TransactionAssembler
{
    private static readonly ColumnRole[] NumberRoles = [ColumnRole.Quantity, ColumnRole.UnitPrice, ColumnRole.LineAmount, ColumnRole.Discount];
    private readonly SourceFile file;
    private readonly FileProfile profile;
    private readonly IReadOnlyList<SheetLayout> layouts;
    private readonly RawFile raw;
    private readonly ImportOptions options;
    private readonly ColumnRole[] roles;
    private readonly IReadOnlyDictionary<ColumnRole, string> mapping;
    private readonly bool windows1252;
    private readonly List<string> notes;
    private readonly Dictionary<ColumnRole, NumberColumn> numbers = [];
    private DateColumn? dates;
    private (long[] Ticks, ValueFault[] Faults)? times;
    private bool[]? rejected;

    public TransactionAssembler(
        SourceFile file, FileProfile profile, IReadOnlyList<SheetLayout> layouts, RawFile raw, ImportOptions options, ColumnRole[] roles,
        IReadOnlyDictionary<ColumnRole, string> mapping)
    {
        this.file = file;
        this.profile = profile;
        this.layouts = layouts;
        this.raw = raw;
        this.options = options;
        this.roles = roles;
        this.mapping = mapping;
        TextEncodingKind? encoding = FileProfiler.EncodingOf(raw.Table.Columns, options, layouts[0].Encoding);
        windows1252 = encoding == TextEncodingKind.Windows1252;
        notes = ImportNotes.Begin(file, profile, layouts, encoding);
    }

    private RawTable Table => raw.Table;

    public ImportResult Assemble(CancellationToken cancellationToken)
    {
        RejectionList rejections = new(options.Limits.MaxRejectedKept);
        RejectRows(rejections, cancellationToken);
        ImportReport report = ImportNotes.Finish(file, raw, options with { Mapping = mapping }, rejections, notes);
        if (report.RowsKept == 0)
        {
            string why = report.RejectedByReason.Count > 0 ? $" The most frequent reason: {report.RejectedByReason[0].Reason}" : "";
            throw new ImportException(ImportErrorCode.NothingKept,
                $"None of the {Words.Count(report.RowsRead)} rows of {file.FileName} could be used.{why} Check which column plays which role.")
            { Report = report };
        }

        return new ImportResult(BuildTable(cancellationToken), report with { Notes = [.. notes] });
    }

    /// <summary>Tells each rejected row and builds nothing.</summary>
    public void ListRejected(Action<RejectedRow> told, CancellationToken cancellationToken) =>
        RejectRows(new RejectionList(0, told), cancellationToken);

    private RawColumn? Column(ColumnRole role) => Array.IndexOf(roles, role) is >= 0 and int at ? Table.Columns[at] : null;

    private void ReadDates()
    {
        dates = DateColumn.Read(mapping[ColumnRole.Date], Column(ColumnRole.Date)!, windows1252, options.DateOrder, Table.LineOf);
        if (dates.Question is { NeedsAnswer: true } question)
        {
            throw new ImportException(ImportErrorCode.DateOrderUnknown,
                FormattableString.Invariant(
                    $"\"{question.SampleValue}\" in \"{question.Column}\" of {file.FileName} can be {question.DayFirstReading:d MMMM yyyy} or {question.MonthFirstReading:d MMMM yyyy}, ")
                + "and no row settles it. Choose whether the day or the month comes first.")
            { DateQuestion = question };
        }

        notes.AddRange(dates.Notes);
        if (Column(ColumnRole.Time) is { } time)
        {
            times = TimeColumn.Read(time, windows1252);
        }
    }

    private void ReadNumbers()
    {
        RawColumn[] columns = [.. NumberRoles.Select(Column).OfType<RawColumn>()];
        char? common = options.DecimalMark ?? ColumnProfiler.CommonMark(columns, windows1252);
        foreach (ColumnRole role in NumberRoles)
        {
            if (Column(role) is not { } column)
            {
                continue;
            }

            NumberColumn read = NumberColumn.Read(column, windows1252, options.DecimalMark, common);
            numbers[role] = read;
            if (read.IsSettled && (read.DecimalMark == ',' || read.ThousandsMark is not null))
            {
                notes.Add($"Numbers in \"{mapping[role]}\" have a decimal {(read.DecimalMark == ',' ? "comma" : "point")}"
                    + (read.ThousandsMark is { } mark ? $" and '{mark}' between thousands." : "."));
            }
            else if (read.IsAmbiguous)
            {
                notes.Add($"Nothing in \"{mapping[role]}\" shows which mark is the decimal one; a {(read.DecimalMark == ',' ? "comma" : "point")} was taken. Choose the decimal mark if that is wrong.");
            }
        }
    }

    private void RejectRows(RejectionList rejections, CancellationToken cancellationToken)
    {
        ReadDates();
        ReadNumbers();
        cancellationToken.ThrowIfCancellationRequested();
        List<(ColumnRole Role, ValueFault[] Faults)> checks = [(ColumnRole.Date, dates!.Faults)];
        if (times is { } read)
        {
            checks.Add((ColumnRole.Time, read.Faults));
        }

        checks.AddRange(numbers.Select(pair => (pair.Key, pair.Value.Faults)));
        ushort[]? causes = null;
        for (int check = 0; check < checks.Count; check++)
        {
            (ColumnRole role, ValueFault[] faults) = checks[check];
            Mark(ref causes, (ushort)(check + 1), Column(role)!, faults, missingIsFault: role == ColumnRole.Date);
        }

        rejected = causes is null ? null : Array.ConvertAll(causes, cause => cause != 0);
        Dictionary<(ushort, int), (string, string, string)> described = [];
        rejections.AddAll(Table, [.. layouts.Select(layout => layout.Name.Length > 0 ? layout.Name : null)], causes, (row, cause) =>
        {
            (ColumnRole role, ValueFault[] faults) = checks[cause - 1];
            RawColumn column = Column(role)!;
            int code = column[row];
            if (!described.TryGetValue((cause, code), out (string, string, string) words))
            {
                char mark = numbers.TryGetValue(role, out NumberColumn? number) ? number.DecimalMark : '.';
                words = described[(cause, code)] = (
                    mapping[role],
                    code < 0 ? "" : FieldText.Excerpt(column.Value(code)),
                    FaultWords.Describe(code < 0 ? ValueFault.Missing : faults[code], mapping[role], mark));
            }

            return words;
        });
    }

    /// <summary>Notes the cause at each row whose value is at fault and which has no other cause yet.</summary>
    private void Mark(ref ushort[]? causes, ushort cause, RawColumn column, ValueFault[] faults, bool missingIsFault)
    {
        if (!missingIsFault && Array.TrueForAll(faults, fault => fault is ValueFault.None or ValueFault.Missing))
        {
            return;
        }

        for (int row = 0; row < Table.RowCount; row++)
        {
            int code = column[row];
            ValueFault fault = code < 0 ? ValueFault.Missing : faults[code];
            if (fault != ValueFault.None && (fault != ValueFault.Missing || missingIsFault))
            {
                causes ??= new ushort[Table.RowCount];
                causes[row] = causes[row] == 0 ? cause : causes[row];
            }
        }
    }

    private TransactionTable BuildTable(CancellationToken cancellationToken)
    {
        CodedColumn?[] coded = new CodedColumn?[roles.Length];
        double[]?[] plain = new double[]?[roles.Length];
        List<string>[] roleNotes = [.. roles.Select(_ => new List<string>())];
        KeptRows kept = new(Table, rejected);
        long[] ticks = [];

        // Columns do not depend on each other; the notes are put together in the order of the roles afterwards.
        Parallel.For(0, roles.Length + 1, new ParallelOptions { CancellationToken = cancellationToken }, at =>
        {
            if (at == roles.Length)
            {
                ticks = kept.TakeTicks(Column(ColumnRole.Date)!, dates!.Ticks, Column(ColumnRole.Time), times?.Ticks);
            }
            else if (numbers.TryGetValue(roles[at], out NumberColumn? column))
            {
                plain[at] = kept.TakeNumbers(Table.Columns[at], column);
            }
            else if (roles[at] is not (ColumnRole.Date or ColumnRole.Time))
            {
                coded[at] = Code(roles[at], Table.Columns[at], roleNotes[at]);
            }
        });
        notes.AddRange(roleNotes.SelectMany(list => list));
        double[]? quantity = Plain(ColumnRole.Quantity);
        double[]? price = Plain(ColumnRole.UnitPrice);
        double[]? discount = Plain(ColumnRole.Discount);
        double[]? amount = Plain(ColumnRole.LineAmount) ?? TakeDiscountOff(discount, quantity, price);
        TransactionTable table = new()
        {
            Customer = Coded(ColumnRole.Customer)!,
            Ticks = ticks,
            Quantity = quantity ?? kept.Ones(),
            UnitPrice = price ?? KeptRows.Divide(amount!, quantity),
            SourceLine = kept.TakeLines(),
            Invoice = Coded(ColumnRole.Invoice),
            Product = Coded(ColumnRole.ProductCode),
            Description = Coded(ColumnRole.Description),
            Country = Coded(ColumnRole.Country),
            Category = Coded(ColumnRole.Category),
            LineAmount = amount,
            Discount = discount,
            Sheets = layouts.Count > 1 || layouts[0].Name.Length > 0 ? [.. layouts.Select(layout => layout.Name)] : [],
            SheetOfRow = layouts.Count > 1 ? kept.TakeSheets() : null,
            HasQuantity = quantity is not null,
            HasUnitPrice = price is not null,
        };
        if (discount is not null && mapping.ContainsKey(ColumnRole.LineAmount))
        {
            notes.Add($"\"{mapping[ColumnRole.Discount]}\" is not taken off: the amounts in \"{mapping[ColumnRole.LineAmount]}\" are used as they are.");
        }

        if (table.Invoice is null)
        {
            notes.Add("There is no invoice column: all lines of one customer on one day count as one basket.");
        }

        return table;

        CodedColumn? Coded(ColumnRole role) => Array.IndexOf(roles, role) is >= 0 and int at ? coded[at] : null;
        double[]? Plain(ColumnRole role) => Array.IndexOf(roles, role) is >= 0 and int at ? plain[at] : null;
    }

    private double[]? TakeDiscountOff(double[]? discount, double[]? quantity, double[]? price) =>
        discount is null || price is null ? null : LineDiscounts.Apply(
            mapping[ColumnRole.Discount], Column(ColumnRole.Discount)!, numbers[ColumnRole.Discount], discount, quantity, price, notes);

    private CodedColumn Code(ColumnRole role, RawColumn column, List<string> roleNotes)
    {
        if (role is not (ColumnRole.Customer or ColumnRole.Invoice or ColumnRole.ProductCode))
        {
            return CodedColumnBuilder.Build(column, TextColumn.ReadNames(column, windows1252), rejected);
        }

        string?[] ids = TextColumn.ReadIds(column, windows1252, out bool cutZeros, out int missingWords);
        if (cutZeros)
        {
            roleNotes.Add($"All values of \"{mapping[role]}\" are whole numbers written with .0; they are read without it (13085.0 is 13085).");
        }

        if (missingWords > 0)
        {
            roleNotes.Add($"Words such as NULL or N/A in \"{mapping[role]}\" count as missing.");
        }

        return CodedColumnBuilder.Build(column, ids, rejected);
    }
}
