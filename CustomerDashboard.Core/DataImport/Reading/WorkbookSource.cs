namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Chooses the reader for a workbook.</summary>
internal static class WorkbookSource
{
    public static IReadOnlyList<string> ListSheets(SourceFile file, string path) => throw new NotImplementedException();

    public static IRowSource Open(SourceFile file, string path, string sheet) => throw new NotImplementedException();
}
