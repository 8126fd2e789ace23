namespace CustomerDashboard.Core.DataImport;

/// <summary>How the data are packed. A workbook, which is a zip archive inside, counts as not packed.</summary>
public enum FileCompression
{
    None,
    Gzip,
    Zip,
}
