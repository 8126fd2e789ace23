using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Recognises what is no table by how it begins.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x4D, 0x5A, 0x90], "a program"),
        ([0x50, 0x41, 0x52, 0x31], "a Parquet file"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ([0x42, 0x5A, 0x68], "a bzip2 archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0x52, 0x61, 0x72, 0x21], "a RAR archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
        ("{\\rtf"u8.ToArray(), "a rich text document"),
    ];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    public static bool IsZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    public static bool IsCompoundFile(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Throws when the content is something else than text or a workbook.</summary>
    /// <param name="head">How it begins.</param>
    /// <param name="where">"The entry ... of " where it is packed in another file, else empty.</param>
    /// <param name="fileName">The file's name, for words.</param>
    public static void Refuse(ReadOnlySpan<byte> head, string where, string fileName)
    {
        string? other = NameOfOther(head);
        if (other is null && where.Length > 0 && (IsZip(head) || IsCompoundFile(head)))
        {
            other = "a packed workbook or archive";
        }

        if (other is not null)
        {
            throw new ImportException(ImportErrorCode.NotATable,
                $"{where}{fileName} is {other}, whatever its name says. Choose a CSV file (plain, .gz or .zip) or an Excel workbook.");
        }
    }

    /// <summary>What a file that is no table is, in words; null when it may be one.</summary>
    public static string? NameOfOther(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] start, string name) in Known)
        {
            if (head.StartsWith(start))
            {
                return name;
            }
        }

        if (head.Length > 262 && head.Slice(257, 5).SequenceEqual("ustar"u8))
        {
            return "a tar archive";
        }

        string text = Encoding.Latin1.GetString(FieldText.Trim(head[..Math.Min(head.Length, 512)]));
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return "a web page";
        }

        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return "an XML document";
        }

        return text.StartsWith("{\"", StringComparison.Ordinal) || text.StartsWith("[{", StringComparison.Ordinal) ? "a JSON document" : null;
    }
}
