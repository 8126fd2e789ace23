namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>A file's format in words.</summary>
internal static class FormatWords
{
    public static string Describe(SourceFile file, SheetLayout layout, TextEncodingKind? encoding)
    {
        string sheets = file.Sheets.Count > 1 ? $", {file.Sheets.Count} {(file.Format == FileFormat.DelimitedText ? "files" : "sheets")}" : "";
        string format = file.Format switch
        {
            FileFormat.Xlsx => "Excel workbook (.xlsx)",
            FileFormat.Xls => "Excel 97-2003 workbook (.xls)",
            FileFormat.Xlsb => "binary Excel workbook (.xlsb)",
            _ => $"{DelimiterName(layout.Delimiter)}-separated text, {EncodingName(encoding)}",
        };
        string packed = file.Compression switch { FileCompression.Gzip => ", gzip", FileCompression.Zip => ", zip archive", _ => "" };
        return format + packed + sheets;
    }

    public static string DelimiterName(char? delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "vertical-bar",
        null => "?",
        _ => $"'{delimiter}'",
    };

    public static string EncodingName(TextEncodingKind? encoding) => encoding switch
    {
        TextEncodingKind.Utf16LittleEndian => "UTF-16",
        TextEncodingKind.Utf16BigEndian => "UTF-16 (big-endian)",
        TextEncodingKind.Windows1252 => "Windows-1252",
        _ => "UTF-8",
    };
}
