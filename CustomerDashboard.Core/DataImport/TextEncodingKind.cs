namespace CustomerDashboard.Core.DataImport;

/// <summary>The character encodings a text file may have.</summary>
public enum TextEncodingKind
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252,
}
