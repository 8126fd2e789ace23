namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>A time of day as text: 8:26, 08:26:00, 8:26 PM, 08:26:00.123Z, 08:26:00+01:00.</summary>
internal static class TimeText
{
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks, out string pattern)
    {
        ticks = 0;
        pattern = "";
        text = text.Trim();
        int at = 0;
        if (!TryPart(text, ref at, out int hour) || at >= text.Length || text[at] is not (':' or 'h' or 'H'))
        {
            return false;
        }

        at++;
        if (!TryPart(text, ref at, out int minute))
        {
            return false;
        }

        int second = 0;
        long fraction = 0;
        pattern = "HH:mm";
        if (at < text.Length && text[at] == ':')
        {
            at++;
            if (!TryPart(text, ref at, out second))
            {
                return false;
            }

            pattern = "HH:mm:ss";
            if (at < text.Length && text[at] is '.' or ',')
            {
                long unit = TimeSpan.TicksPerSecond;
                int start = ++at;
                for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
                {
                    unit /= 10;
                    fraction += unit * (text[at] - '0');
                }

                if (at == start)
                {
                    return false;
                }

                pattern = "HH:mm:ss.fff";
            }
        }

        ReadOnlySpan<char> rest = text[at..].Trim();
        if (StartsWithHalf(rest, out bool afternoon, out int used))
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (afternoon ? 12 : 0);
            pattern = pattern.Replace("HH", "h") + " tt";
            rest = rest[used..].Trim();
        }

        if ((rest.Length > 0 && !IsZone(rest)) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool StartsWithHalf(ReadOnlySpan<char> text, out bool afternoon, out int used)
    {
        afternoon = text.StartsWith("PM", StringComparison.OrdinalIgnoreCase) || text.StartsWith("p.m.", StringComparison.OrdinalIgnoreCase);
        used = text.Length > 3 && text[1] == '.' ? 4 : 2;
        return afternoon || text.StartsWith("AM", StringComparison.OrdinalIgnoreCase) || text.StartsWith("a.m.", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsZone(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z" or "UTC" or "GMT" or "CET" or "CEST" or "EST" or "EDT" or "BST")
        {
            return true;
        }

        if (text.Length is < 3 or > 6 || text[0] is not ('+' or '-'))
        {
            return false;
        }

        foreach (char character in text[1..])
        {
            if (!char.IsAsciiDigit(character) && character != ':')
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryPart(ReadOnlySpan<char> text, ref int at, out int number)
    {
        number = 0;
        int start = at;
        while (at < text.Length && at - start < 2 && char.IsAsciiDigit(text[at]))
        {
            number = (number * 10) + (text[at++] - '0');
        }

        return at > start;
    }
}
