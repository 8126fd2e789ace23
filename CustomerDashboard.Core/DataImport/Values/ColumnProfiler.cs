using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Says what a column holds from the values seen of it.</summary>
internal static class ColumnProfiler
{
    private const int SampleCount = 5;

    /// <summary>Share of the values that must fit for a column to be numbers or dates: the rest are bad rows, not another type.</summary>
    private const double NeededShare = 0.75;

    public static ColumnProfile Profile(
        string name, int index, RawColumn column, bool windows1252, ImportOptions options, char? markElsewhere, Func<int, int> lineOfRow)
    {
        int[] rows = column.CountRows();
        long present = 0;
        double length = 0;
        for (int code = 0; code < rows.Length; code++)
        {
            bool missing = FieldText.IsBlank(column.Value(code)) || MissingWords.IsMissingId(column.Value(code));
            rows[code] = missing ? 0 : rows[code];
            present += rows[code];
            length += (double)rows[code] * column.Value(code).Length;
        }

        ColumnProfile profile = new()
        {
            Name = name,
            Index = index,
            Type = ColumnType.Empty,
            RowsSeen = column.RowCount,
            DistinctCount = rows.Count(count => count > 0),
            MissingShare = column.RowCount == 0 ? 0 : 1 - ((double)present / column.RowCount),
            Samples = TakeSamples(column, rows, windows1252),
            AverageLength = present == 0 ? 0 : length / present,
            RepeatShare = CountRepeats(column),
        };
        if (present == 0)
        {
            return profile;
        }

        NumberColumn numbers = NumberColumn.Read(column, windows1252, options.DecimalMark, markElsewhere);
        double numberShare = ShareOf(rows, code => numbers.Faults[code] == ValueFault.None, present);
        DateColumn dates = DateColumn.Read(name, column, windows1252, options.DateOrder, lineOfRow);
        double dateShare = ShareOf(rows, code => dates.Faults[code] is ValueFault.None or ValueFault.UndecidedDate, present);
        bool numbersOnly = dates.FromNumbers && numberShare >= dateShare;
        if (dateShare >= NeededShare && !numbersOnly && (dateShare > numberShare || IsCompact(dates)))
        {
            return profile with { Type = ColumnType.Date, TypeShare = dateShare, DateFormats = dates.Formats, DateOrder = dates.Question };
        }

        // "00123" is a code: read as a number it would lose its zeros.
        bool leadingZeros = HasLeadingZeros(column, rows);
        if (numberShare >= NeededShare && !(leadingZeros && numberShare == 1))
        {
            return profile with
            {
                Type = numbers.AllWhole ? ColumnType.WholeNumber : ColumnType.Number,
                TypeShare = numberShare,
                Minimum = numbers.Minimum,
                Maximum = numbers.Maximum,
                DecimalMark = numbers.IsSettled ? numbers.DecimalMark : null,
                ThousandsMark = numbers.ThousandsMark,
            };
        }

        double timeShare = ShareOf(rows, code => column.Value(code).Length <= 30 && TimeText.TryParse(FieldText.Decode(column.Value(code), windows1252), out _, out _), present);
        return timeShare >= NeededShare ? profile with { Type = ColumnType.TimeOfDay, TypeShare = timeShare } : profile with { Type = ColumnType.Text };
    }

    /// <summary>The decimal mark that most columns which settle it have.</summary>
    public static char? CommonMark(IEnumerable<RawColumn> columns, bool windows1252)
    {
        int point = 0;
        int comma = 0;
        foreach (RawColumn column in columns)
        {
            NumberColumn numbers = NumberColumn.Read(column, windows1252);
            if (numbers.IsSettled && numbers.ValidCount > numbers.InvalidCount)
            {
                _ = numbers.DecimalMark == '.' ? point++ : comma++;
            }
        }

        return point == comma ? null : point > comma ? '.' : ',';
    }

    private static bool IsCompact(DateColumn dates) => dates.Formats.Count > 0 && dates.Formats[0].StartsWith("yyyyMMdd", StringComparison.Ordinal);

    private static bool HasLeadingZeros(RawColumn column, int[] rows)
    {
        int count = 0;
        for (int code = 0; code < rows.Length; code++)
        {
            ReadOnlySpan<byte> value = column.Value(code);
            count += rows[code] > 0 && value.Length > 1 && value[0] == '0' && char.IsAsciiDigit((char)value[1]) ? 1 : 0;
        }

        return count * 20 > rows.Length;
    }

    private static double ShareOf(int[] rows, Func<int, bool> fits, long present)
    {
        long count = 0;
        for (int code = 0; code < rows.Length; code++)
        {
            count += rows[code] > 0 && fits(code) ? rows[code] : 0;
        }

        return (double)count / present;
    }

    private static double CountRepeats(RawColumn column)
    {
        int repeats = 0;
        for (int row = 1; row < column.RowCount; row++)
        {
            repeats += column[row] >= 0 && column[row] == column[row - 1] ? 1 : 0;
        }

        return column.RowCount < 2 ? 0 : (double)repeats / (column.RowCount - 1);
    }

    private static List<string> TakeSamples(RawColumn column, int[] rows, bool windows1252)
    {
        List<string> samples = [];
        for (int code = 0; code < rows.Length && samples.Count < SampleCount; code++)
        {
            if (rows[code] > 0)
            {
                string text = FieldText.Decode(column.Value(code), windows1252);
                samples.Add(text.Length > 60 ? text[..60] : text);
            }
        }

        return samples;
    }
}
