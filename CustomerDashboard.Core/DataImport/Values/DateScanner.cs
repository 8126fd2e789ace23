namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>The steps in which a date is taken apart: digits, letters, what stands between them, years of two or four digits.</summary>
internal static class DateScanner
{
    public static int CountDigits(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    public static int CountLetters(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return length;
    }

    public static int SkipBetween(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '-' or '/' or '.' or ',')
        {
            at++;
        }

        return at;
    }

    /// <summary>Passes over "de", "del", "di", "of" and the blank after it.</summary>
    public static int SkipWord(ReadOnlySpan<char> text, int at)
    {
        int letters = CountLetters(text[Math.Min(at, text.Length)..]);
        return letters is 2 or 3 && text.Slice(at, letters) is "de" or "del" or "di" or "of" ? SkipBetween(text, at + letters) : at;
    }

    public static int SkipOrdinal(ReadOnlySpan<char> text, int at)
    {
        int letters = CountLetters(text[at..]);
        return letters is 1 or 2 && text.Slice(at, letters) is "st" or "nd" or "rd" or "th" or "er" or "º" ? at + letters : at;
    }

    public static bool TryNumber(ReadOnlySpan<char> text, ref int at, int maxDigits, out int number)
    {
        number = 0;
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < maxDigits)
        {
            number = (number * 10) + (text[at++] - '0');
        }

        return at > start && (at == text.Length || !char.IsAsciiDigit(text[at]));
    }

    public static bool TryYear(ReadOnlySpan<char> text, ref int at, out int year)
    {
        int start = at;
        if (!TryNumber(text, ref at, 4, out year))
        {
            return false;
        }

        int digits = at - start;
        year += digits == 2 ? year < 70 ? 2000 : 1900 : 0;
        return digits is 2 or 4;
    }
}
