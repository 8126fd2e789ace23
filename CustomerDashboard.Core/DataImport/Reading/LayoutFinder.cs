using CustomerDashboard.Core.DataImport.Values;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Finds the header and the columns in the first rows of a sheet.</summary>
internal static class LayoutFinder
{
    private const int MaxTitleRows = 20;

    /// <summary>The rows above the data, whether the last of them is a header, and the column names.</summary>
    /// <param name="rows">The first rows, as text.</param>
    /// <param name="hasHeader">What a person said, or null.</param>
    public static (int RowsAbove, bool HasHeader, string[] Columns) Find(IReadOnlyList<string[]> rows, bool? hasHeader)
    {
        int width = UsualWidth(rows);
        int header = 0;

        // Reports put a title above the table: rows with one value where the table has many.
        while (header < Math.Min(MaxTitleRows, rows.Count - 1) && width > 2 && CountPresent(rows[header]) <= 1)
        {
            header++;
        }

        bool found = hasHeader ?? LooksLikeHeader(rows, header);
        string[] top = rows[header];
        int columns = Math.Max(found ? LastPresent(top) + 1 : width, 1);
        if (found && columns < width)
        {
            columns = Math.Min(width, top.Length);
        }

        return (found ? header + 1 : header, found, Name(found ? top : [], columns));
    }

    private static string[] Name(string[] header, int columns)
    {
        string[] names = new string[columns];
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int column = 0; column < columns; column++)
        {
            string name = column < header.Length ? header[column].Trim() : "";
            name = name.Length == 0 ? $"Column {column + 1}" : name.Length > 200 ? name[..200] : name;
            string unique = name;
            for (int copy = 2; !taken.Add(unique); copy++)
            {
                unique = $"{name} ({copy})";
            }

            names[column] = unique;
        }

        return names;
    }

    private static int UsualWidth(IReadOnlyList<string[]> rows)
    {
        Dictionary<int, int> counts = [];
        int best = 0;
        foreach (string[] row in rows)
        {
            int count = counts[row.Length] = counts.GetValueOrDefault(row.Length) + 1;
            if (best == 0 || count > counts.GetValueOrDefault(best))
            {
                best = row.Length;
            }
        }

        return best;
    }

    /// <summary>A header is text without a number or a date, each name once, over columns of which one holds numbers or dates.</summary>
    private static bool LooksLikeHeader(IReadOnlyList<string[]> rows, int header)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        int present = 0;
        foreach (string value in rows[header])
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            present++;
            if (IsValue(value))
            {
                return false;
            }

            names.Add(value.Trim());
        }

        return present > 0 && names.Count >= present * 0.8;
    }

    private static bool IsValue(string value) =>
        NumberText.TryParsePlain(value, out _) || DateText.TryParse(value, out _);

    private static int CountPresent(string[] row) => row.Count(value => !string.IsNullOrWhiteSpace(value));

    private static int LastPresent(string[] row) => Array.FindLastIndex(row, value => !string.IsNullOrWhiteSpace(value));
}
