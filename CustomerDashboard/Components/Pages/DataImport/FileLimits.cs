using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>What the server takes, as the page states it.</summary>
/// <param name="FileBytes">The largest upload.</param>
/// <param name="UnpackedBytes">The most that a packed file or workbook may hold.</param>
/// <param name="Columns">The most columns of a table.</param>
public sealed record FileLimits(long FileBytes, long UnpackedBytes, int Columns)
{
    /// <summary>What the file dialog offers; the content alone decides what a file is.</summary>
    public const string Accept = ".csv,.tsv,.txt,.gz,.zip,.xlsx,.xls,.xlsb";

    public string Words =>
        $"CSV, TSV or other delimited text, also as .gz or .zip; Excel .xlsx, .xls, .xlsb. Up to {ByteSize.Words(FileBytes)}, " +
        $"{ByteSize.Words(UnpackedBytes)} unpacked, {Numbers.Count(Columns)} columns.";
}
