using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Text of any encoding as the bytes the readers split: UTF-8, or Windows-1252 as it is, without a byte order mark.</summary>
internal static class Utf8Text
{
    public static Stream Transcode(Stream stream, TextEncodingKind encoding) => encoding switch
    {
        TextEncodingKind.Utf16LittleEndian => Encoding.CreateTranscodingStream(stream, new UnicodeEncoding(false, false), new UTF8Encoding(false)),
        TextEncodingKind.Utf16BigEndian => Encoding.CreateTranscodingStream(stream, new UnicodeEncoding(true, false), new UTF8Encoding(false)),
        _ => stream,
    };

    public static Stream SkipMark(Stream stream)
    {
        Span<byte> head = stackalloc byte[3];
        int length = stream.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        int mark = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3
            : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? 2 : 0;
        return mark < length ? new PrefixedStream(head[mark..length].ToArray(), stream) : stream;
    }
}
