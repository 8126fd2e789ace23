namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>What the value of a cell is (attribute t; ECMA-376 part 1, 18.18.11).</summary>
internal enum XlsxCellType
{
    Number,
    SharedText,
    InlineText,
    Boolean,

    /// <summary>The text of a formula's result, an error or an ISO date: taken as written.</summary>
    Text,
}
