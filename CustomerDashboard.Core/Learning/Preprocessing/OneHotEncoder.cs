namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// Turns one column of categories, given as integer codes into a list of names, into columns of 0 and 1.
/// Columns stand in the order of the names given, "other" after them, "missing" last. Costs O(n + c) for c categories.
/// </summary>
public static class OneHotEncoder
{
    /// <summary>Learns which categories get a column.</summary>
    /// <param name="codes">One code per row: an index into <paramref name="categories"/>, or -1 for missing.</param>
    /// <param name="categories">The names of the categories.</param>
    /// <param name="options">What to do with rare and missing ones.</param>
    /// <exception cref="ArgumentException">A code has no category.</exception>
    public static OneHotModel Fit(ReadOnlySpan<int> codes, IReadOnlyList<string> categories, OneHotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(categories);
        options ??= new OneHotOptions();
        options.Validate();
        int[] counts = Count(codes, categories.Count);
        bool[] kept = Keep(counts, options);

        var columnOfCategory = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        bool anyFolded = false;
        bool dropNext = options.DropFirst;
        for (int category = 0; category < counts.Length; category++)
        {
            if (!kept[category])
            {
                anyFolded |= counts[category] > 0;
            }
            else if (dropNext)
            {
                columnOfCategory[categories[category]] = OneHotModel.NoColumn;
                dropNext = false;
            }
            else
            {
                columnOfCategory[categories[category]] = names.Count;
                names.Add(categories[category]);
            }
        }

        int otherColumn = OneHotModel.NoColumn;
        if (anyFolded)
        {
            otherColumn = names.Count;
            names.Add(options.OtherName);
        }

        int missingColumn = OneHotModel.NoColumn;
        if (options.MissingName is not null)
        {
            missingColumn = names.Count;
            names.Add(options.MissingName);
        }

        return new OneHotModel([.. names], columnOfCategory, otherColumn, missingColumn);
    }

    private static int[] Count(ReadOnlySpan<int> codes, int categories)
    {
        var counts = new int[categories];
        for (int row = 0; row < codes.Length; row++)
        {
            int code = codes[row];
            if (code < -1 || code >= categories)
            {
                throw new ArgumentException($"Row {row + 1} has code {code}, but there are {categories} categories.", nameof(codes));
            }

            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return counts;
    }

    private static bool[] Keep(int[] counts, OneHotOptions options)
    {
        int[] commonestFirst = new int[counts.Length];
        for (int category = 0; category < counts.Length; category++)
        {
            commonestFirst[category] = category;
        }

        Array.Sort(commonestFirst, (a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : a.CompareTo(b));
        var kept = new bool[counts.Length];
        int limit = Math.Min(counts.Length, options.MaximumCategories ?? counts.Length);
        for (int rank = 0; rank < limit; rank++)
        {
            int category = commonestFirst[rank];
            kept[category] = counts[category] > 0 && counts[category] >= options.MinimumCount;
        }

        return kept;
    }
}
