namespace CustomerDashboard.Core.Transactions;

/// <summary>A file with one row per customer: an id and any number of numeric and categorical attributes.</summary>
/// <param name="CustomerIds">The ids, unique, in file order (row numbers where the file has no id column).</param>
/// <param name="Columns">The attributes, each as long as <paramref name="CustomerIds"/>.</param>
/// <param name="SourceLine">The line of each customer in the file.</param>
public sealed record CustomerAttributeTable(string[] CustomerIds, IReadOnlyList<AttributeColumn> Columns, int[] SourceLine)
{
    public int RowCount => CustomerIds.Length;
}
