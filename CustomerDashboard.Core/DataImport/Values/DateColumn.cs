using System.Globalization;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>
/// A column of dates. Dates are grouped by how they are written; where two numbers come before the year, the rows of the
/// group in which one of them is above 12 settle which is the day. Nothing is guessed from the first row.
/// </summary>
internal sealed class DateColumn
{
    private readonly Dictionary<char, DateGroup> groups = [];
    private readonly DateText[] dates;

    private DateColumn(int values)
    {
        dates = new DateText[values];
        Ticks = new long[values];
        Faults = new ValueFault[values];
    }

    /// <summary>The ticks of each code; meaningless where <see cref="Faults"/> says so.</summary>
    public long[] Ticks { get; }

    public ValueFault[] Faults { get; }

    /// <summary>Different values that are dates.</summary>
    public int ValidCount { get; private set; }

    public int InvalidCount { get; private set; }

    /// <summary>Patterns in use, most rows first.</summary>
    public IReadOnlyList<string> Formats { get; private set; } = [];

    /// <summary>The question of day or month, null when no date leaves room for it.</summary>
    public DateOrderQuestion? Question { get; private set; }

    /// <summary>What was decided, in words.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>True when all values are plain numbers read as days since 1900 or seconds since 1970.</summary>
    public bool FromNumbers { get; private set; }

    /// <param name="name">The column's name, for words.</param>
    /// <param name="column">The column as read.</param>
    /// <param name="windows1252">Whether its bytes are Windows-1252.</param>
    /// <param name="chosen">The order a person chose, or null.</param>
    /// <param name="lineOfRow">The line of a row, for words.</param>
    public static DateColumn Read(string name, RawColumn column, bool windows1252, DateOrder? chosen, Func<int, int> lineOfRow)
    {
        DateColumn result = new(column.DistinctCount);
        int[] rows = column.CountRows();
        int[] firstRows = column.FindFirstRows();
        result.Parse(column, windows1252, rows, firstRows);
        result.Settle(name, chosen, column, windows1252, lineOfRow);
        result.Convert();
        result.NameFormats(rows);
        return result;
    }

    private void Parse(RawColumn column, bool windows1252, int[] rows, int[] firstRows)
    {
        int numbers = 0;
        Span<char> text = stackalloc char[64];
        for (int code = 0; code < dates.Length; code++)
        {
            ReadOnlySpan<byte> bytes = column.Value(code);
            if (column.Kind(code) == CellKind.Number)
            {
                ReadSerial(code, bytes);
                continue;
            }

            if (FieldText.IsBlank(bytes) || MissingWords.IsMissingId(bytes))
            {
                Faults[code] = ValueFault.Missing;
                continue;
            }

            if (bytes.Length > 60 || !DateText.TryParse(Decode(bytes, text, windows1252), out dates[code]))
            {
                Faults[code] = ValueFault.NotADate;
                numbers += NumberText.TryParsePlain(Decode(bytes[..Math.Min(60, bytes.Length)], text, windows1252), out _) ? 1 : 0;
                continue;
            }

            if (dates[code].Shape == DateShape.TwoNumbers)
            {
                DateGroup group = groups.TryGetValue(dates[code].Separator, out DateGroup? known) ? known : groups[dates[code].Separator] = new DateGroup();
                group.Add(dates[code], code, rows[code], firstRows[code]);
            }
        }

        if (numbers > 0 && numbers >= 0.9 * (dates.Length - CountFaults(ValueFault.Missing)))
        {
            ReadNumbers(column);
        }
    }

    private static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, Span<char> buffer, bool windows1252)
    {
        if (bytes.Length <= buffer.Length && !bytes.ContainsAnyExceptInRange((byte)0, (byte)127))
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                buffer[i] = (char)bytes[i];
            }

            return buffer[..bytes.Length];
        }

        return FieldText.Decode(bytes, windows1252);
    }

    /// <summary>A number cell among dates: days since the end of 1899, as spreadsheets count.</summary>
    private void ReadSerial(int code, ReadOnlySpan<byte> bytes)
    {
        bool isNumber = double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out double serial);
        long? ticks = isNumber ? DateNumbers.FromSerial(serial) : null;
        Faults[code] = !isNumber ? ValueFault.NotADate : ticks is null ? ValueFault.DateOutOfRange : ValueFault.None;
        Ticks[code] = ticks ?? 0;
        FromNumbers |= isNumber;
    }

    private void ReadNumbers(RawColumn column)
    {
        FromNumbers = true;
        double[] numbers = new double[dates.Length];
        for (int code = 0; code < numbers.Length; code++)
        {
            numbers[code] = double.TryParse(column.Value(code), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
        }

        long?[] read = DateNumbers.Read(numbers, out string note);
        if (Array.TrueForAll(read, ticks => ticks is null))
        {
            return;
        }

        for (int code = 0; code < numbers.Length; code++)
        {
            if (Faults[code] == ValueFault.NotADate && !double.IsNaN(numbers[code]))
            {
                Faults[code] = read[code] is null ? ValueFault.DateOutOfRange : ValueFault.None;
                Ticks[code] = read[code] ?? 0;
            }
        }

        Notes.Add(note);
    }

    private void Settle(string name, DateOrder? chosen, RawColumn column, bool windows1252, Func<int, int> lineOfRow)
    {
        long decidedRows = CountRowsOfOtherShapes(column);
        foreach (DateGroup group in groups.Values)
        {
            group.Settle(chosen);
            decidedRows += group.Order is null ? 0 : group.Rows;
        }

        if (groups.Count == 0)
        {
            return;
        }

        DateGroup main = groups.Values.MaxBy(group => group.Rows)!;
        DateGroup asked = groups.Values.Where(group => group.IsOpen).MaxBy(group => group.Rows) ?? main;
        string sample = FieldText.Decode(column.Value(asked.SampleCode), windows1252);
        DateText date = dates[asked.SampleCode];
        string reason = asked.Explain(chosen, column, windows1252, lineOfRow);

        // A few undecided dates among many clear ones are rejected one by one; a column full of them is a question.
        bool ask = asked.IsOpen && asked.Rows * 2 > decidedRows;
        DateOrder? settled = ask ? null : (asked.Order ?? main.Order) ?? DateOrder.DayFirst;
        Question = new DateOrderQuestion(name, settled, reason, sample, ToDate(date, true), ToDate(date, false));
        Notes.Add(reason);
        if (groups.Values.Any(group => group.IsMixed))
        {
            Notes.Add($"{name} mixes dates with the day first and dates with the month first. Rows that can be read one way only are kept, the others rejected.");
        }

        if (groups.Count + (decidedRows > groups.Values.Sum(group => group.Order is null ? 0 : group.Rows) ? 1 : 0) > 1)
        {
            Notes.Add($"{name} has dates in several formats; each is read by its own format.");
        }
    }

    private static DateTime? ToDate(DateText date, bool dayFirst) => date.ToTicks(dayFirst) is >= 0 and long ticks ? new DateTime(ticks) : null;

    private long CountRowsOfOtherShapes(RawColumn column)
    {
        int[] rows = column.CountRows();
        long count = 0;
        for (int code = 0; code < dates.Length; code++)
        {
            count += Faults[code] == ValueFault.None && dates[code].Shape != DateShape.TwoNumbers ? rows[code] : 0;
        }

        return count;
    }

    private void Convert()
    {
        for (int code = 0; code < dates.Length; code++)
        {
            if (Faults[code] != ValueFault.None || dates[code].Pattern is null)
            {
                Count(Faults[code]);
                continue;
            }

            Ticks[code] = ToTicks(dates[code], out ValueFault fault);
            Faults[code] = fault;
            Count(fault);
        }

        void Count(ValueFault fault)
        {
            ValidCount += fault is ValueFault.None or ValueFault.UndecidedDate ? 1 : 0;
            InvalidCount += fault is ValueFault.None or ValueFault.Missing or ValueFault.UndecidedDate ? 0 : 1;
        }
    }

    private long ToTicks(DateText date, out ValueFault fault)
    {
        bool dayFirst = false;
        if (date.Shape == DateShape.TwoNumbers)
        {
            DateGroup group = groups[date.Separator];
            if (group.Order is null && date.First <= 12 && date.Second <= 12 && date.First != date.Second)
            {
                fault = ValueFault.UndecidedDate;
                return 0;
            }

            dayFirst = group.IsDayFirst(date);
        }

        long ticks = date.ToTicks(dayFirst);
        fault = ticks switch { -1 => ValueFault.NotADate, -2 => ValueFault.DateOutOfRange, _ => ValueFault.None };
        return Math.Max(ticks, 0);
    }

    private void NameFormats(int[] rows)
    {
        Dictionary<string, long> formats = [];
        for (int code = 0; code < dates.Length; code++)
        {
            if (Faults[code] is ValueFault.None && dates[code].Pattern is not null)
            {
                DateText date = dates[code];
                bool dayFirst = date.Shape == DateShape.TwoNumbers && groups[date.Separator].IsDayFirst(date);
                string pattern = date.PatternIn(dayFirst);
                formats[pattern] = formats.GetValueOrDefault(pattern) + rows[code];
            }
        }

        Formats = [.. formats.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
    }

    private int CountFaults(ValueFault fault) => Faults.Count(item => item == fault);
}
