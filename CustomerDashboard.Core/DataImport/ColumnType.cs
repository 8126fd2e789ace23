namespace CustomerDashboard.Core.DataImport;

/// <summary>What the values of a column are, judged by all values looked at.</summary>
public enum ColumnType
{
    /// <summary>No value at all.</summary>
    Empty,
    Text,
    WholeNumber,
    Number,
    Date,

    /// <summary>A time of day without a date.</summary>
    TimeOfDay,
}
