namespace CustomerDashboard.Core.DataImport;

/// <summary>What a column of a transaction file means.</summary>
public enum ColumnRole
{
    Customer,
    Date,

    /// <summary>The time of day, where the file keeps it apart from the date.</summary>
    Time,
    Invoice,
    ProductCode,
    Description,
    Quantity,
    UnitPrice,
    LineAmount,
    Discount,
    Category,
    Country,
}
