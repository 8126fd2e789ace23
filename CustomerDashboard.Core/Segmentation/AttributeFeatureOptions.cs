namespace CustomerDashboard.Core.Segmentation;

/// <summary>Which attributes of a file with one row per customer become features, and how.</summary>
public sealed record AttributeFeatureOptions
{
    /// <summary>The columns to use, by name; null takes every numeric column, and the categorical ones too if <see cref="IncludeCategories"/>.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Group by categories as well, each as a column of 0 and 1. They are always encoded for the profiles.</summary>
    public bool IncludeCategories { get; init; }

    /// <summary>A categorical column with more different values than this is left out: it names customers, it does not describe them.</summary>
    public int MaximumCategories { get; init; } = 20;

    /// <summary>Categories with an order, low to high, by column: they become the numbers 1, 2, 3 instead of a column of 0 and 1 for each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ordinal { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">The list of columns is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of categories is below 2.</exception>
    public void Validate()
    {
        if (Columns is { Count: 0 })
        {
            throw new ArgumentException("Choose at least one column, or leave the choice empty to take all numeric ones.", nameof(Columns));
        }

        foreach ((string column, IReadOnlyList<string> order) in Ordinal)
        {
            if (order.Count < 2 || order.Distinct(StringComparer.Ordinal).Count() != order.Count)
            {
                throw new ArgumentException($"The order of '{column}' must name at least two different values, low to high.", nameof(Ordinal));
            }
        }

        if (MaximumCategories < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumCategories), MaximumCategories, "The number of categories must be 2 or more.");
        }
    }
}
