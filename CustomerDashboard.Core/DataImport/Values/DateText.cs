using System.Globalization;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>
/// One date as text, taken apart but, where two numbers come before the year, not yet decided: that is for the column.
/// </summary>
internal readonly struct DateText
{
    /// <summary>Dates outside these years are taken for mistakes.</summary>
    public const int FirstYear = 1950;

    public const int LastYear = 2100;

    public required DateShape Shape { get; init; }

    /// <summary>What stands between the parts, '\0' for none; an ordinary space for words.</summary>
    public required char Separator { get; init; }

    public required int Year { get; init; }

    /// <summary>The month, or the first of two numbers.</summary>
    public required int First { get; init; }

    /// <summary>The day, or the second of two numbers.</summary>
    public required int Second { get; init; }

    /// <summary>Time of day in ticks.</summary>
    public long TimeTicks { get; init; }

    /// <summary>How the date and time are written, for people; MM and dd stand for the two numbers in their order.</summary>
    public required string Pattern { get; init; }

    /// <summary>Ticks when read in an order; -1 when there is no such day, -2 when it is outside the years accepted.</summary>
    public long ToTicks(bool dayFirst)
    {
        (int month, int day) = Shape == DateShape.TwoNumbers && dayFirst ? (Second, First) : (First, Second);
        if (Year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Year, month))
        {
            return -1;
        }

        return Year is < FirstYear or > LastYear ? -2 : new DateTime(Year, month, day).Ticks + TimeTicks;
    }

    public string PatternIn(bool dayFirst) =>
        Shape != DateShape.TwoNumbers || !dayFirst ? Pattern : Pattern.Replace("MM", "\u0001").Replace("dd", "MM").Replace("\u0001", "dd");

    public static bool TryParse(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        text = text.Trim();
        if (text.Length is < 6 or > 60)
        {
            return false;
        }

        int at = 0;
        if (char.IsAsciiDigit(text[0]))
        {
            int digits = DateScanner.CountDigits(text);
            return digits switch
            {
                14 or 8 => TryParseCompact(text, digits, out date),
                4 => TryParseYearFirst(text, out date),
                1 or 2 => TryParseDayOrMonth(text, out date),
                _ => false,
            };
        }

        // "Wed, Dec 1, 2010" or "December 1, 2010"
        int length = DateScanner.CountLetters(text);
        int month = MonthNames.Find(text[..length]);
        if (month == 0)
        {
            at = DateScanner.SkipBetween(text, length);
            return length is >= 2 and <= 12 && at > length && at < text.Length
                && (char.IsAsciiDigit(text[at]) || MonthNames.Find(text.Slice(at, DateScanner.CountLetters(text[at..]))) > 0)
                && TryParse(text[at..], out date);
        }

        at = DateScanner.SkipBetween(text, length);
        if (!DateScanner.TryNumber(text, ref at, 2, out int day))
        {
            return false;
        }

        at = DateScanner.SkipOrdinal(text, at);
        at = DateScanner.SkipBetween(text, at);
        return DateScanner.TryYear(text, ref at, out int year)
            && Finish(text, at, DateShape.MonthName, ' ', year, month, day, "MMM d, yyyy", out date);
    }

    private static bool TryParseCompact(ReadOnlySpan<char> text, int digits, out DateText date)
    {
        int year = int.Parse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture);
        int month = int.Parse(text.Slice(4, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        int day = int.Parse(text.Slice(6, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        date = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return false;
        }

        if (digits == 8)
        {
            return Finish(text, 8, DateShape.YearFirst, '\0', year, month, day, "yyyyMMdd", out date);
        }

        string time = $"{text.Slice(8, 2)}:{text.Slice(10, 2)}:{text.Slice(12, 2)}";
        if (text.Length > 14 || !TimeText.TryParse(time, out long ticks, out _))
        {
            return false;
        }

        date = new DateText
        {
            Shape = DateShape.YearFirst,
            Separator = '\0',
            Year = year,
            First = month,
            Second = day,
            TimeTicks = ticks,
            Pattern = "yyyyMMddHHmmss",
        };
        return true;
    }

    private static bool TryParseYearFirst(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        int at = 0;
        if (!DateScanner.TryNumber(text, ref at, 4, out int year) || at >= text.Length || text[at] is not ('-' or '/' or '.' or ' '))
        {
            return false;
        }

        char separator = text[at++];
        int month;
        int letters = DateScanner.CountLetters(text[at..]);
        if (letters > 0)
        {
            month = MonthNames.Find(text.Slice(at, letters));
            at += letters;
        }
        else if (!DateScanner.TryNumber(text, ref at, 2, out month))
        {
            return false;
        }

        if (month == 0 || at >= text.Length || text[at++] != separator || !DateScanner.TryNumber(text, ref at, 2, out int day))
        {
            return false;
        }

        string pattern = letters > 0 ? $"yyyy{separator}MMM{separator}dd" : $"yyyy{separator}MM{separator}dd";
        return Finish(text, at, DateShape.YearFirst, separator, year, month, day, pattern, out date);
    }

    private static bool TryParseDayOrMonth(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        int at = 0;
        DateScanner.TryNumber(text, ref at, 2, out int first);
        at = DateScanner.SkipOrdinal(text, at);
        if (at >= text.Length)
        {
            return false;
        }

        char separator = text[at];
        int next = DateScanner.SkipBetween(text, at);
        if (next == at || next >= text.Length)
        {
            return false;
        }

        if (!char.IsAsciiDigit(text[next]))
        {
            // "31 Dec 2011", "31-Dec-11", "31 de diciembre de 2011", "31. Dezember 2011"
            next = DateScanner.SkipWord(text, next);
            int letters = DateScanner.CountLetters(text[next..]);
            int month = MonthNames.Find(text.Slice(next, letters));
            int after = DateScanner.SkipBetween(text, next + letters);
            after = DateScanner.SkipWord(text, after);
            return month > 0 && DateScanner.TryYear(text, ref after, out int namedYear)
                && Finish(text, after, DateShape.MonthName, ' ', namedYear, month, first,
                    separator == '-' ? "d-MMM-yyyy" : "d MMM yyyy", out date);
        }

        if (separator is not ('/' or '.' or '-' or ' ') || !DateScanner.TryNumber(text, ref next, 2, out int second)
            || next >= text.Length || text[next] != separator)
        {
            return false;
        }

        next = separator is '.' && next + 1 < text.Length && text[next + 1] == ' ' ? next + 2 : next + 1;
        int yearStart = next;
        if (!DateScanner.TryYear(text, ref next, out int year))
        {
            return false;
        }

        string pattern = $"MM{separator}dd{separator}{(next - yearStart == 2 ? "yy" : "yyyy")}";
        return Finish(text, next, DateShape.TwoNumbers, separator, year, first, second, pattern, out date);
    }

    private static bool Finish(
        ReadOnlySpan<char> text, int at, DateShape shape, char separator, int year, int first, int second, string pattern, out DateText date)
    {
        date = default;
        long ticks = 0;
        if (at < text.Length)
        {
            int next = at;
            while (next < text.Length && text[next] is ' ' or 'T' or 't' or ',' && next - at < 3)
            {
                next++;
            }

            if (next == at || !TimeText.TryParse(text[next..], out ticks, out string timePattern))
            {
                return false;
            }

            pattern += (text[at] is 'T' or 't' ? "T" : " ") + timePattern;
        }

        date = new DateText
        {
            Shape = shape,
            Separator = separator,
            Year = year,
            First = first,
            Second = second,
            TimeTicks = ticks,
            Pattern = pattern,
        };

        // Two numbers of which neither can be a month, or a month that is none: not a date, whatever the order.
        return shape == DateShape.TwoNumbers
            ? first is >= 1 and <= 31 && second is >= 1 and <= 31 && (first <= 12 || second <= 12)
            : first is >= 1 and <= 12 && second is >= 1 and <= 31;
    }
}
