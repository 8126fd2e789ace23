namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>How the file itself types a value: text files know text only, workbooks know numbers and dates.</summary>
internal enum CellKind : byte
{
    Text,

    /// <summary>A number of a workbook, written with a point whatever the language of its user.</summary>
    Number,

    /// <summary>A date of a workbook, handed on as yyyy-MM-dd HH:mm:ss.</summary>
    Date,
}
