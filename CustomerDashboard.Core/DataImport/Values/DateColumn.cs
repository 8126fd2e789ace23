using System.Globalization;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>
/// A column of dates. Dates are grouped by how they are written; where two numbers come before the year, the rows of the
/// group in which one of them is above 12 settle which is the day. Nothing is guessed from the first row.
/// </summary>
internal sealed class DateColumn
{
    private const double FirstSerial = 18264;
    private const double LastSerial = 73415;
    private readonly Dictionary<char, Group> groups = [];
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
                Group group = groups.TryGetValue(dates[code].Separator, out Group? known) ? known : groups[dates[code].Separator] = new Group();
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
        Faults[code] = !isNumber ? ValueFault.NotADate : serial is >= FirstSerial and < LastSerial ? ValueFault.None : ValueFault.DateOutOfRange;
        Ticks[code] = Faults[code] == ValueFault.None ? SerialDate.ToTicks(serial) : 0;
        FromNumbers |= isNumber;
    }

    private void ReadNumbers(RawColumn column)
    {
        FromNumbers = true;
        int serials = 0;
        int seconds = 0;
        int milliseconds = 0;
        double[] numbers = new double[dates.Length];
        for (int code = 0; code < numbers.Length; code++)
        {
            numbers[code] = double.TryParse(column.Value(code), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
            serials += number is >= FirstSerial and < LastSerial ? 1 : 0;
            seconds += number is >= 1e8 and < 4.2e9 ? 1 : 0;
            milliseconds += number is >= 1e11 and < 4.2e12 ? 1 : 0;
        }

        int most = Math.Max(serials, Math.Max(seconds, milliseconds));
        for (int code = 0; code < numbers.Length && most > 0; code++)
        {
            double number = numbers[code];
            if (Faults[code] != ValueFault.NotADate || double.IsNaN(number))
            {
                continue;
            }

            bool fits = most == serials ? number is >= FirstSerial and < LastSerial
                : most == seconds ? number is >= 1e8 and < 4.2e9 : number is >= 1e11 and < 4.2e12;
            Faults[code] = fits ? ValueFault.None : ValueFault.DateOutOfRange;
            Ticks[code] = !fits ? 0 : most == serials ? SerialDate.ToTicks(number)
                : DateTime.UnixEpoch.Ticks + (long)(number * (most == seconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond));
        }

        Notes.Add(most == serials ? "Dates are numbers: days as spreadsheets count them." : "Dates are numbers: time since 1970.");
    }

    private void Settle(string name, DateOrder? chosen, RawColumn column, bool windows1252, Func<int, int> lineOfRow)
    {
        long decidedRows = CountRowsOfOtherShapes(column);
        foreach (Group group in groups.Values)
        {
            group.Settle(chosen);
            decidedRows += group.Order is null ? 0 : group.Rows;
        }

        if (groups.Count == 0)
        {
            return;
        }

        Group main = groups.Values.MaxBy(group => group.Rows)!;
        Group asked = groups.Values.Where(group => group.Order is null && !group.IsMixed).MaxBy(group => group.Rows) ?? main;
        string sample = FieldText.Decode(column.Value(asked.SampleCode), windows1252);
        DateText date = dates[asked.SampleCode];
        string reason = Explain(asked, chosen, column, windows1252, lineOfRow);
        bool open = asked.Order is null && !asked.IsMixed;

        // A few undecided dates among many clear ones are rejected one by one; a column full of them is a question.
        bool ask = open && asked.Rows * 2 > decidedRows;
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

    private static string Explain(Group group, DateOrder? chosen, RawColumn column, bool windows1252, Func<int, int> lineOfRow)
    {
        if (chosen is not null)
        {
            return $"Dates are read {(chosen == DateOrder.DayFirst ? "day" : "month")} first, as chosen.";
        }

        if (group.IsMixed || group.Order is null)
        {
            return group.IsMixed
                ? "Some rows have the day first and others the month first."
                : "No row has a day above 12, so nothing in the file tells the day from the month.";
        }

        if (group.ByConvention)
        {
            return "No row has a day above 12; dates with points are written with the day first, so they are read that way. Choose the other order if this file was made with the month first.";
        }

        int code = group.Order == DateOrder.DayFirst ? group.DayFirstCode : group.MonthFirstCode;
        int row = group.Order == DateOrder.DayFirst ? group.DayFirstRow : group.MonthFirstRow;
        return $"Dates have the {(group.Order == DateOrder.DayFirst ? "day" : "month")} first: \"{FieldText.Decode(column.Value(code), windows1252)}\" on line {lineOfRow(row)} cannot be read otherwise.";
    }

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
            Group group = groups[date.Separator];
            if (group.Order is null && date.First <= 12 && date.Second <= 12 && date.First != date.Second)
            {
                fault = ValueFault.UndecidedDate;
                return 0;
            }

            dayFirst = group.Order is { } order ? order == DateOrder.DayFirst : date.First > 12;
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
                bool dayFirst = date.Shape == DateShape.TwoNumbers && (groups[date.Separator].Order is { } order ? order == DateOrder.DayFirst : date.First > 12);
                string pattern = date.PatternIn(dayFirst);
                formats[pattern] = formats.GetValueOrDefault(pattern) + rows[code];
            }
        }

        Formats = [.. formats.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
    }

    private int CountFaults(ValueFault fault) => Faults.Count(item => item == fault);

    /// <summary>The dates of one separator.</summary>
    private sealed class Group
    {
        private long dayFirst;
        private long monthFirst;

        public long Rows { get; private set; }

        public int SampleCode { get; private set; } = -1;

        public int DayFirstCode { get; private set; }

        public int DayFirstRow { get; private set; }

        public int MonthFirstCode { get; private set; }

        public int MonthFirstRow { get; private set; }

        public DateOrder? Order { get; private set; }

        public bool ByConvention { get; private set; }

        public bool IsMixed { get; private set; }

        private char Separator { get; set; }

        public void Add(in DateText date, int code, int rows, int firstRow)
        {
            Separator = date.Separator;
            Rows += rows;
            if (date.First > 12)
            {
                (DayFirstCode, DayFirstRow) = dayFirst == 0 ? (code, firstRow) : (DayFirstCode, DayFirstRow);
                dayFirst += rows;
            }
            else if (date.Second > 12)
            {
                (MonthFirstCode, MonthFirstRow) = monthFirst == 0 ? (code, firstRow) : (MonthFirstCode, MonthFirstRow);
                monthFirst += rows;
            }
            else if (SampleCode < 0 && date.First != date.Second)
            {
                SampleCode = code;
            }

            SampleCode = SampleCode < 0 && Rows == rows ? code : SampleCode;
        }

        public void Settle(DateOrder? chosen)
        {
            if (chosen is not null)
            {
                Order = chosen;
                return;
            }

            // One row in fifty the other way round is a slip of the pen; more is a second format.
            const long slip = 50;
            bool day = dayFirst > 0 && dayFirst >= monthFirst * slip;
            bool month = monthFirst > 0 && monthFirst >= dayFirst * slip;
            IsMixed = dayFirst > 0 && monthFirst > 0 && !day && !month;
            // Every locale that puts points between day, month and year has the day first, so a question would ask what
            // nearly nobody could answer otherwise; the note says which reading was taken, and the order can be chosen.
            ByConvention = !IsMixed && !day && !month && Separator == '.';
            Order = day || ByConvention ? DateOrder.DayFirst : month ? DateOrder.MonthFirst : null;
        }
    }
}
