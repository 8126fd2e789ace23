using System.Buffers.Binary;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Tells a whole gzip file from one cut short by the length its last four bytes state (RFC 1952, 2.3.1).</summary>
internal static class GzipTrailer
{
    private const int Window = 1 << 20;
    private const int HeadBytes = 10;
    private const int SmallestMember = 18;

    public static bool Matches(string path, long unpacked)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length < SmallestMember)
        {
            return false;
        }

        Span<byte> length = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length) == (uint)unpacked || HasSecondMember(file, Window);
    }

    /// <summary>Files put one after the other are one gzip file, of which the end states the length of the last part only.</summary>
    /// <param name="file">The packed file, of any size: it is looked through a window at a time.</param>
    /// <param name="window">The bytes held at once.</param>
    internal static bool HasSecondMember(Stream file, int window)
    {
        byte[] buffer = new byte[window];
        int held = 0;
        file.Position = SmallestMember;
        while (true)
        {
            int read = file.ReadAtLeast(buffer.AsSpan(held), buffer.Length - held, throwOnEndOfStream: false);
            held += read;
            if (HasHead(buffer.AsSpan(0, held)))
            {
                return true;
            }

            if (held < buffer.Length)
            {
                return false;
            }

            // A head may begin at the end of one window and go on in the next.
            buffer.AsSpan(held - (HeadBytes - 1)).CopyTo(buffer);
            held = HeadBytes - 1;
        }
    }

    private static bool HasHead(ReadOnlySpan<byte> packed)
    {
        while (packed.Length >= HeadBytes)
        {
            int at = packed[..^(HeadBytes - 3)].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
            if (at < 0)
            {
                return false;
            }

            // Flags, and the bytes for compression level and system, are what no random three bytes are followed by.
            ReadOnlySpan<byte> head = packed.Slice(at, HeadBytes);
            if (head[3] is 0 or 8 && head[8] is 0 or 2 or 4 && head[9] is 0 or 3 or 7 or 10 or 11 or 255)
            {
                return true;
            }

            packed = packed[(at + 3)..];
        }

        return false;
    }
}
