using System.Text;
using System.Text.Unicode;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Text from the bytes of a field.</summary>
internal static class FieldText
{
    /// <summary>How much of a value is shown in messages and lists of rejected rows.</summary>
    public const int ExcerptLength = 200;

    private static readonly Encoding Windows1252 = CreateWindows1252();

    /// <summary>UTF-8 where the bytes are that, else Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, bool windows1252) =>
        !windows1252 && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);

    public static string Excerpt(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, ExcerptLength)];
        // A character cut in half at the end would make the whole excerpt look like Windows-1252.
        while (head.Length < bytes.Length && head.Length > 0 && (bytes[head.Length] & 0xC0) == 0x80)
        {
            head = head[..^1];
        }

        return Decode(head, windows1252: false).Replace('\0', '\u2400');
    }

    public static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                // A no-break space, as UTF-8 or as Windows-1252.
                return bytes.Length <= 8 && Decode(bytes, windows1252: false).AsSpan().IsWhiteSpace();
            }
        }

        return true;
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes)
    {
        int start = 0;
        int end = bytes.Length;
        while (start < end && bytes[start] <= ' ')
        {
            start++;
        }

        while (end > start && bytes[end - 1] <= ' ')
        {
            end--;
        }

        return bytes[start..end];
    }

    private static Encoding CreateWindows1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
