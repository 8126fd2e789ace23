using System.Text.Unicode;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Columns whose values are names: which encoding they are in and what text each code stands for.</summary>
internal static class TextColumn
{
    /// <summary>Values that are UTF-8 beyond ASCII, and values that are not UTF-8 at all.</summary>
    public static (int Utf8, int Other) CountEncodings(RawColumn column)
    {
        int utf8 = 0;
        int other = 0;
        for (int code = 0; code < column.DistinctCount; code++)
        {
            ReadOnlySpan<byte> value = column.Value(code);
            if (value.ContainsAnyExceptInRange((byte)0, (byte)127))
            {
                _ = Utf8.IsValid(value) ? utf8++ : other++;
            }
        }

        return (utf8, other);
    }

    /// <summary>The text of each code as the file has it; null where it means "missing".</summary>
    public static string?[] ReadNames(RawColumn column, bool windows1252)
    {
        string?[] names = new string?[column.DistinctCount];
        for (int code = 0; code < names.Length; code++)
        {
            ReadOnlySpan<byte> value = column.Value(code);
            names[code] = FieldText.IsBlank(value) ? null : FieldText.Decode(value, windows1252);
        }

        return names;
    }

    /// <summary>
    /// The same for ids and codes: 13085.0, which programs make of whole numbers in a column with gaps, is 13085 when all
    /// values of the column have that form; words for "missing" are missing.
    /// </summary>
    public static string?[] ReadIds(RawColumn column, bool windows1252, out bool cutZeros, out int missingWords)
    {
        string?[] ids = ReadNames(column, windows1252);
        missingWords = 0;
        bool any = false;
        bool all = true;
        for (int code = 0; code < ids.Length; code++)
        {
            if (ids[code] is not { } id)
            {
                continue;
            }

            if (MissingWords.IsMissingId(column.Value(code)))
            {
                ids[code] = null;
                missingWords++;
                continue;
            }

            any = true;
            all &= column.Kind(code) == CellKind.Number || IsWholeWithZero(id);
        }

        cutZeros = false;
        for (int code = 0; any && all && code < ids.Length; code++)
        {
            if (ids[code] is { } id && IsWholeWithZero(id))
            {
                ids[code] = id[..^2];
                cutZeros = true;
            }
        }

        return ids;
    }

    private static bool IsWholeWithZero(string id)
    {
        if (id.Length < 3 || !id.EndsWith(".0", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (char character in id.AsSpan(0, id.Length - 2))
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
