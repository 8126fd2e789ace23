using System.Globalization;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>A column of numbers: which mark is the decimal one is decided from all its different values, then each is parsed.</summary>
internal sealed class NumberColumn
{
    /// <summary>Beyond this a number in a retail file is a mistake.</summary>
    public const double LargestNumber = 1e12;

    private NumberColumn(int values)
    {
        Numbers = new double[values];
        Faults = new ValueFault[values];
    }

    /// <summary>The number of each code; NaN where <see cref="Faults"/> says why.</summary>
    public double[] Numbers { get; }

    public ValueFault[] Faults { get; }

    /// <summary>The decimal mark.</summary>
    public char DecimalMark { get; private set; } = '.';

    /// <summary>The mark between thousands, if any value has one.</summary>
    public char? ThousandsMark { get; private set; }

    /// <summary>True when a value shows which mark is the decimal one.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>True when some value has a mark that could be either and none settles it.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Different values that are numbers.</summary>
    public int ValidCount { get; private set; }

    /// <summary>Different values that are neither numbers nor missing.</summary>
    public int InvalidCount { get; private set; }

    public bool AllWhole { get; private set; } = true;

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <param name="column">The column as read.</param>
    /// <param name="windows1252">Whether its bytes are Windows-1252.</param>
    /// <param name="forced">The decimal mark a person chose, or null.</param>
    /// <param name="elsewhere">The decimal mark of the file's other columns, for a column which does not settle it; or null.</param>
    public static NumberColumn Read(RawColumn column, bool windows1252, char? forced = null, char? elsewhere = null)
    {
        NumberColumn result = new(column.DistinctCount);
        result.DecideMark(column, windows1252, forced, elsewhere);
        Span<char> digits = stackalloc char[64];
        for (int code = 0; code < column.DistinctCount; code++)
        {
            result.Numbers[code] = result.Parse(column, code, windows1252, digits, out ValueFault fault);
            result.Faults[code] = fault;
            if (fault == ValueFault.None)
            {
                result.ValidCount++;
                double number = result.Numbers[code];
                result.AllWhole &= number == Math.Floor(number);
                result.Minimum = Math.Min(result.Minimum, number);
                result.Maximum = Math.Max(result.Maximum, number);
            }
            else if (fault != ValueFault.Missing)
            {
                result.InvalidCount++;
            }
        }

        return result;
    }

    private void DecideMark(RawColumn column, bool windows1252, char? forced, char? elsewhere)
    {
        int point = 0;
        int comma = 0;
        int eitherPoint = 0;
        int eitherComma = 0;
        Span<char> digits = stackalloc char[64];
        for (int code = 0; code < column.DistinctCount; code++)
        {
            ReadOnlySpan<byte> bytes = column.Value(code);
            if (column.Kind(code) != CellKind.Text || !bytes.ContainsAny((byte)'.', (byte)',')
                || !NumberText.TryStrip(FieldText.Decode(bytes, windows1252), digits, out int length, out _))
            {
                continue;
            }

            ReadOnlySpan<char> number = digits[..length];
            int lastPoint = number.LastIndexOf('.');
            int lastComma = number.LastIndexOf(',');
            if (lastPoint >= 0 && lastComma >= 0)
            {
                _ = lastPoint > lastComma ? point++ : comma++;
            }
            else
            {
                char mark = lastPoint >= 0 ? '.' : ',';
                int at = Math.Max(lastPoint, lastComma);
                if (number.Count(mark) > 1)
                {
                    _ = mark == '.' ? comma++ : point++;
                }
                else if (length - at - 1 != 3 || at > 3 || at == 0 || number[0] == '0')
                {
                    _ = mark == '.' ? point++ : comma++;
                }
                else
                {
                    _ = mark == '.' ? eitherPoint++ : eitherComma++;
                }
            }
        }

        IsSettled = point != comma || forced is not null;
        IsAmbiguous = !IsSettled && eitherPoint + eitherComma > 0;

        // With nothing to settle it, 1.234 is read as programs write it and 1,234 as a person writes a thousand.
        DecimalMark = forced ?? (point != comma ? point > comma ? '.' : ',' : elsewhere ?? '.');
    }

    private double Parse(RawColumn column, int code, bool windows1252, Span<char> digits, out ValueFault fault)
    {
        ReadOnlySpan<byte> bytes = column.Value(code);
        fault = ValueFault.None;
        double number;
        if (column.Kind(code) == CellKind.Number || (DecimalMark == '.' && IsPlain(bytes)))
        {
            if (!double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            {
                fault = ValueFault.NotANumber;
            }
        }
        else if (FieldText.IsBlank(bytes) || MissingWords.IsMissing(bytes))
        {
            fault = ValueFault.Missing;
            return double.NaN;
        }
        else
        {
            string text = FieldText.Decode(bytes, windows1252);
            if (column.Kind(code) == CellKind.Date || !NumberText.TryStrip(text, digits, out int length, out bool negative)
                || !TryParse(digits[..length], out number))
            {
                fault = NumberText.IsNotFinite(text) ? ValueFault.NotFinite : ValueFault.NotANumber;
                return double.NaN;
            }

            number = negative ? -number : number;
        }

        if (fault == ValueFault.None && !(Math.Abs(number) <= LargestNumber))
        {
            fault = double.IsFinite(number) ? ValueFault.OutOfRange : ValueFault.NotFinite;
        }

        // Minus zero would make two equal rows differ.
        return fault == ValueFault.None ? number + 0.0 : double.NaN;
    }

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        int at = bytes[0] == '-' ? 1 : 0;
        bool point = false;
        if (bytes.Length is > 20 || at == bytes.Length || !char.IsAsciiDigit((char)bytes[at]))
        {
            return false;
        }

        for (; at < bytes.Length; at++)
        {
            if (bytes[at] == '.' && !point)
            {
                point = true;
            }
            else if (!char.IsAsciiDigit((char)bytes[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the thousands marks out, which must stand three digits apart (or two, as in India), and parses the rest.</summary>
    private bool TryParse(Span<char> text, out double number)
    {
        number = 0;
        int mark = text.IndexOf(DecimalMark);
        int wholeEnd = mark >= 0 ? mark : text.IndexOfAny('e', 'E');
        wholeEnd = wholeEnd < 0 ? text.Length : wholeEnd;
        Span<char> clean = stackalloc char[64];
        int length = 0;
        char thousands = '\0';
        int group = 0;
        for (int i = 0; i < wholeEnd; i++)
        {
            char character = text[i];
            if (char.IsAsciiDigit(character))
            {
                clean[length++] = character;
                group++;
                continue;
            }

            bool first = thousands == '\0';
            if ((!first && character != thousands) || group == 0 || group > 3 || (!first && group < 2))
            {
                return false;
            }

            thousands = character;
            group = 0;
        }

        if (thousands != '\0')
        {
            if (group != 3)
            {
                return false;
            }

            ThousandsMark ??= thousands;
        }

        for (int i = wholeEnd; i < text.Length; i++)
        {
            clean[length++] = i == mark ? '.' : text[i];
        }

        return double.TryParse(clean[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }
}
