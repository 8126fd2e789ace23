namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>Roles that values alone suggest, for files whose header says nothing. Never as strong as a name.</summary>
internal static class ContentEvidence
{
    private static readonly HashSet<string> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        "United Kingdom", "UK", "Great Britain", "Germany", "Deutschland", "France", "Frankreich", "Spain", "España", "Italy", "Italia", "Italien", "Netherlands", "Nederland", "Belgium", "Belgique",
        "Switzerland", "Schweiz", "Suisse", "Austria", "Österreich", "Poland", "Polska", "Portugal", "Sweden", "Sverige", "Norway", "Denmark", "Finland", "Ireland", "EIRE", "USA", "United States", "Canada", "Australia",
        "Japan", "China", "India", "Brazil", "Brasil", "Mexico", "Turkey", "Türkiye", "Greece", "DE", "FR", "GB", "US", "ES", "IT", "NL", "AT", "CH", "PL", "TR", "PT", "BE",
    };

    public static double Score(ColumnRole role, ColumnProfile column, IReadOnlyList<ColumnProfile> all)
    {
        if (column.RowsSeen < 5 || column.Type == ColumnType.Empty)
        {
            return 0;
        }

        double distinctShare = (double)column.DistinctCount / column.RowsSeen;
        bool isId = column.Type is ColumnType.WholeNumber or ColumnType.Text && column.Minimum is null or >= 0;
        return role switch
        {
            ColumnRole.Date when column.Type == ColumnType.Date => 0.45,
            ColumnRole.Time when column.Type == ColumnType.TimeOfDay => 0.4,
            ColumnRole.Country when column.Type == ColumnType.Text && column.Samples.Count > 0
                && column.Samples.Count(Countries.Contains) * 2 >= column.Samples.Count => 0.45,
            ColumnRole.Description when column.Type == ColumnType.Text && column.AverageLength > 12 && distinctShare > 0.001
                && column.Samples.Count(sample => sample.Contains(' ')) * 2 > column.Samples.Count => 0.35,
            ColumnRole.UnitPrice when column.Type == ColumnType.Number && HasNoName(column) => 0.34,
            ColumnRole.Quantity when column.Type == ColumnType.WholeNumber && HasNoName(column) && column.Minimum < 100 && distinctShare < 0.3 => 0.33,
            ColumnRole.Customer when isId && HasNoName(column) && column.AverageLength is >= 3 and <= 12 && distinctShare < 0.8 && column.RepeatShare > 0.2 =>
                0.3 + (column.MissingShare > 0 ? 0.05 : 0) - (0.05 * distinctShare),
            ColumnRole.Invoice when isId && HasNoName(column) && column.AverageLength is >= 3 and <= 24 && column.RepeatShare > 0.2 && column.MissingShare == 0 =>
                0.28 + (0.05 * distinctShare) + (IsFinest(column, all) ? 0.04 : 0),
            ColumnRole.ProductCode when isId && HasNoName(column) && column.AverageLength is >= 3 and <= 14 && column.RepeatShare < 0.2 => 0.3,
            _ => 0,
        };
    }

    /// <summary>Only headerless columns are guessed by cardinality: a named one that fits no role has its own meaning.</summary>
    private static bool HasNoName(ColumnProfile column) => column.Name.StartsWith("Column ", StringComparison.Ordinal);

    /// <summary>Invoices are more numerous than customers.</summary>
    private static bool IsFinest(ColumnProfile column, IReadOnlyList<ColumnProfile> all)
    {
        foreach (ColumnProfile other in all)
        {
            if (other.RepeatShare > 0.2 && other.Type is ColumnType.WholeNumber or ColumnType.Text && other.AverageLength < 10 && other.DistinctCount > column.DistinctCount)
            {
                return false;
            }
        }

        return true;
    }
}
