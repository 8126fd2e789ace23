using System.Buffers.Binary;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Tells a whole gzip file from one cut short by the length its last four bytes state (RFC 1952, 2.3.1).</summary>
internal static class GzipTrailer
{
    public static bool Matches(string path, long unpacked)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length < 18)
        {
            return false;
        }

        Span<byte> length = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length) == (uint)unpacked || HasSecondMember(File.ReadAllBytes(path));
    }

    /// <summary>Files put one after the other are one gzip file, of which the end states the length of the last part only.</summary>
    private static bool HasSecondMember(ReadOnlySpan<byte> packed)
    {
        for (int from = 18; from + 10 <= packed.Length;)
        {
            int at = packed[from..^9].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
            if (at < 0)
            {
                return false;
            }

            // Flags, and the bytes for compression level and system, are what no random three bytes are followed by.
            ReadOnlySpan<byte> head = packed.Slice(from + at, 10);
            if (head[3] is 0 or 8 && head[8] is 0 or 2 or 4 && head[9] is 0 or 3 or 7 or 10 or 11 or 255)
            {
                return true;
            }

            from += at + 3;
        }

        return false;
    }
}
