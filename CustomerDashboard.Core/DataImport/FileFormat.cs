namespace CustomerDashboard.Core.DataImport;

/// <summary>What a file is, decided by its content and never by its name.</summary>
public enum FileFormat
{
    /// <summary>Text with one row per line and a delimiter between fields (comma, semicolon, tab or pipe).</summary>
    DelimitedText,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>A workbook of Excel 97-2003.</summary>
    Xls,

    /// <summary>A binary Office Open workbook.</summary>
    Xlsb,
}
