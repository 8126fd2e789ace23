using System.Globalization;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Numbers as people write them: signs, currencies, parentheses for minus, marks between thousands.</summary>
internal static class NumberText
{
    private static readonly string[] Currencies =
        ["EUR", "USD", "GBP", "CHF", "PLN", "SEK", "NOK", "DKK", "TRY", "CZK", "HUF", "RON", "AUD", "CAD", "INR", "BRL", "R$", "kr.", "kr", "Kč", "zł", "Ft", "TL", "Fr.", "Rs.", "Rs", "lei"];

    /// <summary>A plain number with a point, as programs write it.</summary>
    public static bool TryParsePlain(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>True for words that stand for no number at all: NaN, infinity, a spreadsheet's error.</summary>
    public static bool IsNotFinite(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart("+-");
        return text.Equals("nan", StringComparison.OrdinalIgnoreCase) || text.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || text.Equals("infinity", StringComparison.OrdinalIgnoreCase) || text is "\u221E"
            || (text.StartsWith("#") && text.Length > 3 && (text.EndsWith("!") || text.EndsWith("?") || text.SequenceEqual("#N/A")));
    }

    /// <summary>
    /// Strips sign, currency and percent sign. What is left begins and ends with a digit (or begins with a mark) and
    /// holds digits, marks and perhaps an exponent; false when anything else is in it.
    /// </summary>
    public static bool TryStrip(ReadOnlySpan<char> text, Span<char> digits, out int length, out bool negative)
    {
        length = 0;
        negative = false;
        text = text.Trim();
        if (text.Length is 0 or > 60)
        {
            return false;
        }

        if (text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        text = StripSign(text, ref negative);
        text = StripUnit(text);
        text = StripSign(text, ref negative);
        if (text.Length > 1 && text[^1] is '-' or '\u2212')
        {
            negative = !negative;
            text = text[..^1].TrimEnd();
        }

        if (text.Length == 0)
        {
            return false;
        }

        bool anyDigit = false;
        bool exponent = false;
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsAsciiDigit(character))
            {
                anyDigit = true;
            }
            else if (character is 'e' or 'E' && anyDigit && !exponent && i + 1 < text.Length)
            {
                exponent = true;
            }
            else if (character is '+' or '-' && i > 0 && text[i - 1] is 'e' or 'E')
            {
                // The sign of the exponent.
            }
            else if (exponent || !IsMark(ref character))
            {
                return false;
            }

            digits[length++] = character;
        }

        return anyDigit && (char.IsAsciiDigit(digits[length - 1]) || digits[length - 1] == '.');
    }

    private static bool IsMark(ref char character)
    {
        if (character is ' ' or '\u00A0' or '\u202F' or '\u2009')
        {
            character = ' ';
        }
        else if (character is '\'' or '\u2019')
        {
            character = '\'';
        }

        return character is '.' or ',' or ' ' or '\'';
    }

    private static ReadOnlySpan<char> StripSign(ReadOnlySpan<char> text, scoped ref bool negative)
    {
        if (text.Length > 1 && text[0] is '-' or '\u2212' or '+')
        {
            negative ^= text[0] != '+';
            return text[1..].TrimStart();
        }

        return text;
    }

    private static ReadOnlySpan<char> StripUnit(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && (char.IsAsciiDigit(text[0]) || text[0] is '.' or ',') && char.IsAsciiDigit(text[^1]))
        {
            return text;
        }

        foreach (string currency in Currencies)
        {
            if (text.StartsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                return text[currency.Length..].TrimStart();
            }

            if (text.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^currency.Length].TrimEnd();
            }
        }

        text = text.Length > 1 && text[0] is '$' or '\u00A3' or '\u20AC' or '\u00A5' or '\u20BA' or '\u20B9' ? text[1..].TrimStart() : text;
        return text.Length > 1 && text[^1] is '$' or '\u00A3' or '\u20AC' or '\u00A5' or '\u20BA' or '\u20B9' or '%' ? text[..^1].TrimEnd() : text;
    }
}
