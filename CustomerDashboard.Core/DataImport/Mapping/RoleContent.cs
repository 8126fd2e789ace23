namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>How well the values of a column fit a role, whatever the column is called.</summary>
internal static class RoleContent
{
    /// <summary>0 when the values rule the role out, 1 when they are what the role has, between otherwise; with the words for why.</summary>
    public static (double Fit, string Reason) Judge(ColumnRole role, ColumnProfile column)
    {
        bool isNumber = column.Type is ColumnType.Number or ColumnType.WholeNumber;
        bool hasFractions = column.Type == ColumnType.Number;
        string examples = column.Samples.Count == 0 ? "" : $" such as \"{column.Samples[0]}\"";
        return role switch
        {
            _ when column.Type == ColumnType.Empty => (0, "it is empty"),
            ColumnRole.Date => column.Type == ColumnType.Date ? (1, $"it holds dates{examples}")
                : isNumber && IsSerialOrEpoch(column) ? (0.7, "its numbers can be dates") : (0, $"it holds no dates but {Describe(column)}"),
            ColumnRole.Time => column.Type == ColumnType.TimeOfDay ? (1, $"it holds times of day{examples}") : (0, $"it holds no times of day but {Describe(column)}"),
            ColumnRole.Quantity => isNumber ? (hasFractions ? 0.8 : 1, $"it holds {(hasFractions ? "" : "whole ")}numbers{examples}") : (0, $"it holds no numbers but {Describe(column)}"),
            ColumnRole.UnitPrice or ColumnRole.LineAmount or ColumnRole.Discount =>
                isNumber ? (hasFractions ? 1 : 0.9, $"it holds numbers{examples}") : (0, $"it holds no numbers but {Describe(column)}"),
            ColumnRole.Customer or ColumnRole.Invoice or ColumnRole.ProductCode => column.Type is ColumnType.Date or ColumnType.TimeOfDay || hasFractions
                ? (0, $"it holds no ids but {Describe(column)}")
                : column.DistinctCount <= 1 && column.RowsSeen > 20 ? (0.3, "all its values are the same")
                : column.DistinctCount <= 6 && column.RowsSeen > 200 ? (0.4, $"it has only {column.DistinctCount} different values")
                : (1, $"it holds {Words.Count(column.DistinctCount)} different ids{examples}"),
            ColumnRole.Description => column.Type == ColumnType.Text ? (1, $"it holds text{examples}") : (0, $"it holds no text but {Describe(column)}"),
            ColumnRole.Country or ColumnRole.Category => column.Type != ColumnType.Text && (role == ColumnRole.Country || column.Type != ColumnType.WholeNumber)
                ? (0, $"it holds no names but {Describe(column)}")
                : column.DistinctCount > Math.Max(300, column.RowsSeen / 4) ? (0.2, $"it has {Words.Count(column.DistinctCount)} different values")
                : (1, $"it holds {Words.Count(column.DistinctCount)} different names{examples}"),
            _ => (0, ""),
        };
    }

    /// <summary>What a column's values are, in words.</summary>
    public static string Describe(ColumnProfile column) => column.Type switch
    {
        ColumnType.Empty => "nothing",
        ColumnType.Date => "dates",
        ColumnType.TimeOfDay => "times of day",
        ColumnType.WholeNumber => "whole numbers",
        ColumnType.Number => "numbers",
        _ => "text",
    };

    private static bool IsSerialOrEpoch(ColumnProfile column) =>
        column.Minimum is { } low && column.Maximum is { } high
        && ((low >= 18264 && high < 73415) || (low >= 1e8 && high < 4.2e9) || (low >= 1e11 && high < 4.2e12));
}
