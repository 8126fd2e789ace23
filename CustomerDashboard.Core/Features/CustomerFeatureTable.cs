namespace CustomerDashboard.Core.Features;

/// <summary>One row per customer, one column per feature.</summary>
/// <param name="CustomerIds">The customers; row i of every column belongs to entry i.</param>
/// <param name="Definitions">The meaning of each column.</param>
/// <param name="Columns">The values, column by column; NaN where a feature has no value for a customer.</param>
/// <param name="Snapshot">The moment the features look back from.</param>
public sealed record CustomerFeatureTable(
    string[] CustomerIds,
    IReadOnlyList<FeatureDefinition> Definitions,
    IReadOnlyList<double[]> Columns,
    DateTime Snapshot)
{
    public int RowCount => CustomerIds.Length;

    /// <summary>
    /// The customer of each row as an index into the <c>CustomerIds</c> of the cleaned transactions, ascending; over all
    /// of the data row i is customer i, over a window the customers without a line in it are left out. Null for tables
    /// that were not built from transactions.
    /// </summary>
    public int[]? CustomerIndex { get; init; }

    /// <summary>The features this file cannot give (their columns are NaN throughout), each with the reason in words.</summary>
    public IReadOnlyDictionary<string, string> Unavailable { get; init; } = new Dictionary<string, string>();

    /// <summary>The values of the feature with this id.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public double[] this[string id] => Columns[IndexOf(id)];

    /// <summary>The position of a feature.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public int IndexOf(string id)
    {
        for (int i = 0; i < Definitions.Count; i++)
        {
            if (string.Equals(Definitions[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException(
            $"There is no feature '{id}'. The features are: {string.Join(", ", Definitions.Select(d => d.Id))}.", nameof(id));
    }
}
