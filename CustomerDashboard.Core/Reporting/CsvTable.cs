using System.Globalization;

namespace CustomerDashboard.Core.Reporting;

/// <summary>
/// Writes comma-separated text (RFC 4180, LF line ends) that is the same under any culture and that a spreadsheet does
/// not mistake for formulas: text that begins with = + - @, tab or carriage return gets an apostrophe in front, unless
/// it is a plain number.
/// </summary>
public sealed class CsvTable(TextWriter output)
{
    private bool _rowBegun;

    /// <summary>Writes a cell of text; null is an empty cell.</summary>
    public CsvTable Text(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
        {
            return this;
        }

        if (LooksLikeFormula(text))
        {
            text = "'" + text;
        }

        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]))
        {
            output.Write(text);
            return this;
        }

        output.Write('"');
        output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
        return this;
    }

    /// <summary>Writes a number in the shortest form that reads back the same; NaN and infinities are empty cells.</summary>
    public CsvTable Number(double? value)
    {
        Separate();
        if (value is { } number && double.IsFinite(number))
        {
            Span<char> digits = stackalloc char[32];
            number.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
            output.Write(digits[..length]);
        }

        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public CsvTable Whole(long? value)
    {
        Separate();
        if (value is { } number)
        {
            Span<char> digits = stackalloc char[20];
            number.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
            output.Write(digits[..length]);
        }

        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        output.Write('\n');
        _rowBegun = false;
    }

    /// <summary>Writes a row of texts, such as a header.</summary>
    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            Text(cell);
        }

        EndRow();
    }

    private static bool LooksLikeFormula(string text)
    {
        // The wide forms are what East Asian keyboards type, and spreadsheets take them for the narrow ones.
        if (text[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠'))
        {
            return false;
        }

        return !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }

    private void Separate()
    {
        if (_rowBegun)
        {
            output.Write(',');
        }

        _rowBegun = true;
    }
}
