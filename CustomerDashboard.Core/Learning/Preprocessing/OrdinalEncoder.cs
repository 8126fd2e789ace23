namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// Turns one column of categories into one number each: the place of the category in a given order (small, medium, large), or where
/// there is none, in the order of the alphabet. Trees read such a column well; for the others one-hot columns suit unordered categories.
/// </summary>
public static class OrdinalEncoder
{
    /// <summary>Learns the number of each category that occurs.</summary>
    /// <param name="codes">One code per row: an index into <paramref name="categories"/>, or -1 for missing.</param>
    /// <param name="categories">The names of the categories.</param>
    /// <param name="order">All categories in their order; null for the alphabet's.</param>
    /// <exception cref="ArgumentException">A code has no category, or one that occurs is not in the order given.</exception>
    public static OrdinalModel Fit(ReadOnlySpan<int> codes, IReadOnlyList<string> categories, IReadOnlyList<string>? order = null)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var occurring = new SortedSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < codes.Length; row++)
        {
            OrdinalModel.RequireCode(codes[row], row, categories.Count);
            if (codes[row] >= 0)
            {
                occurring.Add(categories[codes[row]]);
            }
        }

        if (order is null)
        {
            return new OrdinalModel([.. occurring]);
        }

        foreach (string category in occurring)
        {
            if (!order.Contains(category, StringComparer.Ordinal))
            {
                throw new ArgumentException($"The category \"{category}\" occurs but has no place in the order given.", nameof(order));
            }
        }

        return new OrdinalModel([.. order.Distinct(StringComparer.Ordinal)]);
    }
}
