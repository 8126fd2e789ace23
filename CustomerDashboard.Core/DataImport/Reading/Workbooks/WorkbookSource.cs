namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>
/// Chooses the reader for a workbook. XLSX, the format of large exports, has a reader of its own: ExcelDataReader goes
/// through every sheet twice and makes an object of every cell, which takes ten times as long. XLS and XLSB go through it.
/// </summary>
internal static class WorkbookSource
{
    public static IReadOnlyList<string> ListSheets(SourceFile file) => file.Format == FileFormat.Xlsx
        ? [.. file.Workbook.Sheets.Select(sheet => sheet.Name)]
        : BinaryWorkbookSource.ListSheets(file);

    /// <param name="file">The workbook.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="fieldsPerRow">Every row is given so many fields; 0 = as many as it has values.</param>
    public static IRowSource Open(SourceFile file, string sheet, int fieldsPerRow) => file.Format == FileFormat.Xlsx
        ? XlsxSheetSource.Open(file, sheet, fieldsPerRow)
        : new BinaryWorkbookSource(file, sheet, fieldsPerRow);
}
