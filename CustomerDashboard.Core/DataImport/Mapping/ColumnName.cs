using System.Globalization;
using System.Text;

namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>A column name reduced to what can be compared: no case, accents, spaces or signs.</summary>
internal static class ColumnName
{
    public static string Normalise(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char character in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            char plain = character switch { '\u0142' or '\u0141' => 'l', '\u00F8' or '\u00D8' => 'o', '\u0131' => 'i', '\u00DF' => 's', _ => char.ToLowerInvariant(character) };
            if (char.IsLetterOrDigit(plain))
            {
                text.Append(plain);
            }
        }

        // "N° client" and "# order" say number; a currency in brackets says nothing about the role.
        return text.ToString();
    }

    /// <summary>How well a name fits a role: 1 a known name, 0.5 to 0.9 part of one, 0 nothing.</summary>
    public static double Score(string normalised, RoleNames names)
    {
        if (normalised.Length == 0)
        {
            return 0;
        }

        int exact = Array.IndexOf(names.Exact, normalised);
        if (exact < 0)
        {
            exact = Array.IndexOf(names.Exact, StripSuffix(normalised));
        }

        if (exact >= 0)
        {
            return 1;
        }

        double best = 0;
        foreach (string part in names.Parts)
        {
            bool fits = part.Length >= 4 ? normalised.Contains(part, StringComparison.Ordinal)
                : normalised.StartsWith(part, StringComparison.Ordinal) || normalised.EndsWith(part, StringComparison.Ordinal);
            if (fits)
            {
                best = Math.Max(best, 0.5 + (0.4 * part.Length / normalised.Length));
            }
        }

        foreach (string word in names.Against)
        {
            if (best > 0 && normalised.Contains(word, StringComparison.Ordinal))
            {
                return best * 0.5;
            }
        }

        return best;
    }

    /// <summary>Leaves out units and currencies at the end: "pricegbp", "totaleur", "amountusd".</summary>
    private static string StripSuffix(string name)
    {
        foreach (string suffix in (ReadOnlySpan<string>)["gbp", "eur", "usd", "chf", "pln", "try", "tl", "euro"])
        {
            if (name.Length > suffix.Length + 2 && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name[..^suffix.Length];
            }
        }

        return name;
    }
}
