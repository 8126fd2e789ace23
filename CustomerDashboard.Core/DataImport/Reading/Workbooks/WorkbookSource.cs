namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>
/// Chooses the reader for a workbook. XLSX, the format of large exports, has a reader of its own: ExcelDataReader goes
/// through every sheet twice and makes an object of every cell, which takes ten times as long. XLSB has one because the
/// version of ExcelDataReader that can be restored does not know it. XLS goes through ExcelDataReader.
/// </summary>
internal static class WorkbookSource
{
    public static IReadOnlyList<string> ListSheets(SourceFile file) => file.Format switch
    {
        FileFormat.Xlsx => [.. file.Workbook.Sheets.Select(sheet => sheet.Name)],
        FileFormat.Xlsb => [.. file.BinaryWorkbook.Sheets.Select(sheet => sheet.Name)],
        _ => XlsSource.ListSheets(file),
    };

    /// <param name="file">The workbook.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="fieldsPerRow">Every row is given so many fields; 0 = as many as it has values.</param>
    public static IRowSource Open(SourceFile file, string sheet, int fieldsPerRow) => file.Format switch
    {
        FileFormat.Xlsx => XlsxSheetSource.Open(file, sheet, fieldsPerRow),
        FileFormat.Xlsb => XlsbSheetSource.Open(file, sheet, fieldsPerRow),
        _ => new XlsSource(file, sheet, fieldsPerRow),
    };
}
