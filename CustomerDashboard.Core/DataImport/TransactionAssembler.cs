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
    private readonly RejectionList rejections;
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
        rejections = new RejectionList(options.Limits.MaxRejectedKept);
        TextEncodingKind? encoding = FileProfiler.EncodingOf(raw.Table.Columns, options, layouts[0].Encoding);
        windows1252 = encoding == TextEncodingKind.Windows1252;
        notes = ImportNotes.Begin(file, profile, layouts, encoding);
    }

    private RawTable Table => raw.Table;

    public ImportResult Assemble(CancellationToken cancellationToken)
    {
        ReadDates();
        ReadNumbers();
        cancellationToken.ThrowIfCancellationRequested();
        RejectRows();
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

    private void RejectRows()
    {
        foreach ((int sheet, RowFault fault) in Table.Faults)
        {
            rejections.Add(sheet, new RejectedRow(fault.Line, SheetName(sheet), "", fault.Value, fault.Reason));
        }

        rejections.AddUnlisted(Table.FaultsNotListed);
        RejectBy(ColumnRole.Date, dates!.Faults, missingIsFault: true);
        if (times is { } read)
        {
            RejectBy(ColumnRole.Time, read.Faults, missingIsFault: false);
        }

        foreach ((ColumnRole role, NumberColumn column) in numbers)
        {
            RejectBy(role, column.Faults, missingIsFault: false);
        }
    }

    private void RejectBy(ColumnRole role, ValueFault[] faults, bool missingIsFault)
    {
        RawColumn column = Column(role)!;
        bool any = missingIsFault;
        foreach (ValueFault fault in faults)
        {
            any |= fault is not (ValueFault.None or ValueFault.Missing);
        }

        if (!any)
        {
            return;
        }

        string?[] words = new string?[Enum.GetValues<ValueFault>().Length];
        string?[] values = new string?[faults.Length];
        char mark = numbers.TryGetValue(role, out NumberColumn? number) ? number.DecimalMark : '.';
        int sheet = 0;
        for (int row = 0; row < Table.RowCount; row++)
        {
            int code = column[row];
            ValueFault fault = code < 0 ? ValueFault.Missing : faults[code];
            if (fault == ValueFault.None || (fault == ValueFault.Missing && !missingIsFault))
            {
                continue;
            }

            rejected ??= new bool[Table.RowCount];
            if (rejected[row])
            {
                continue;
            }

            rejected[row] = true;
            while (row >= Table.SheetEnds[sheet])
            {
                sheet++;
            }

            string value = code < 0 ? "" : values[code] ??= FieldText.Excerpt(column.Value(code));
            string reason = words[(int)fault] ??= FaultWords.Describe(fault, mapping[role], mark);
            rejections.Add(sheet, new RejectedRow(Table.LineOf(row), SheetName(sheet), mapping[role], value, reason));
        }
    }

    private string? SheetName(int sheet) => layouts[sheet].Name.Length > 0 ? layouts[sheet].Name : null;

    private TransactionTable BuildTable(CancellationToken cancellationToken)
    {
        CodedColumn?[] coded = new CodedColumn?[roles.Length];
        double[]?[] plain = new double[]?[roles.Length];
        List<string>[] roleNotes = [.. roles.Select(_ => new List<string>())];
        int rows = Table.RowCount - (rejected?.Count(row => row) ?? 0);
        long[] ticks = [];

        // Columns do not depend on each other; the notes are put together in the order of the roles afterwards.
        Parallel.For(0, roles.Length + 1, new ParallelOptions { CancellationToken = cancellationToken }, at =>
        {
            if (at == roles.Length)
            {
                ticks = TakeTicks(rows);
            }
            else if (numbers.TryGetValue(roles[at], out NumberColumn? column))
            {
                plain[at] = TakeNumbers(Table.Columns[at], column, rows);
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
            Quantity = quantity ?? Ones(rows),
            UnitPrice = price ?? Divide(amount!, quantity),
            SourceLine = TakeLines(rows),
            Invoice = Coded(ColumnRole.Invoice),
            Product = Coded(ColumnRole.ProductCode),
            Description = Coded(ColumnRole.Description),
            Country = Coded(ColumnRole.Country),
            Category = Coded(ColumnRole.Category),
            LineAmount = amount,
            Discount = discount,
            Sheets = layouts.Count > 1 || layouts[0].Name.Length > 0 ? [.. layouts.Select(layout => layout.Name)] : [],
            SheetOfRow = layouts.Count > 1 ? TakeSheets(rows) : null,
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

    private double[] TakeNumbers(RawColumn column, NumberColumn numbersOf, int rows)
    {
        double[] result = new double[rows];
        int[] codes = column.TakeCodes();
        int kept = 0;
        for (int row = 0; row < codes.Length; row++)
        {
            if (rejected is null || !rejected[row])
            {
                result[kept++] = codes[row] < 0 ? double.NaN : numbersOf.Numbers[codes[row]];
            }
        }

        return result;
    }

    private long[] TakeTicks(int rows)
    {
        long[] result = new long[rows];
        int[] codes = Column(ColumnRole.Date)!.TakeCodes();
        RawColumn? timeColumn = Column(ColumnRole.Time);
        int kept = 0;
        for (int row = 0; row < codes.Length; row++)
        {
            if (rejected is not null && rejected[row])
            {
                continue;
            }

            long ticks = dates!.Ticks[codes[row]];
            if (times is { } time && timeColumn![row] is >= 0 and int code)
            {
                ticks = ticks - (ticks % TimeSpan.TicksPerDay) + time.Ticks[code];
            }

            result[kept++] = ticks;
        }

        return result;
    }

    private int[] TakeLines(int rows)
    {
        int[] result = new int[rows];
        int kept = 0;
        for (int row = 0; row < Table.RowCount; row++)
        {
            if (rejected is null || !rejected[row])
            {
                result[kept++] = Table.LineOf(row);
            }
        }

        return result;
    }

    private byte[] TakeSheets(int rows)
    {
        byte[] result = new byte[rows];
        int kept = 0;
        int sheet = 0;
        for (int row = 0; row < Table.RowCount; row++)
        {
            while (row >= Table.SheetEnds[sheet])
            {
                sheet++;
            }

            if (rejected is null || !rejected[row])
            {
                result[kept++] = (byte)sheet;
            }
        }

        return result;
    }

    private static double[] Ones(int rows)
    {
        double[] ones = new double[rows];
        Array.Fill(ones, 1.0);
        return ones;
    }

    /// <summary>The price of one unit where the file states amounts only; no units, no price.</summary>
    private static double[] Divide(double[] amount, double[]? quantity)
    {
        double[] price = new double[amount.Length];
        for (int row = 0; row < price.Length; row++)
        {
            price[row] = quantity is null ? amount[row] : quantity[row] == 0 ? double.NaN : amount[row] / quantity[row];
        }

        return price;
    }
}
