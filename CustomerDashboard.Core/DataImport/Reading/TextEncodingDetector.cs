using System.Text.Unicode;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Tells the encoding of text from its first bytes, and text from what is none.</summary>
internal static class TextEncodingDetector
{
    /// <summary>The encoding and the length of the byte order mark; null encoding when the bytes are no text.</summary>
    public static (TextEncodingKind? Encoding, int MarkLength) Detect(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (TextEncodingKind.Utf8, 3);
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (TextEncodingKind.Utf16LittleEndian, 2);
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (TextEncodingKind.Utf16BigEndian, 2);
        }

        int evenZeros = 0;
        int oddZeros = 0;
        int controls = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            byte value = sample[i];
            if (value == 0)
            {
                _ = (i & 1) == 0 ? evenZeros++ : oddZeros++;
            }
            else if (value < 32 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A or 0x1B))
            {
                controls++;
            }
        }

        // European text in UTF-16 has a zero in every other byte, always on the same side.
        int pairs = sample.Length / 2;
        if (pairs > 4 && oddZeros > pairs * 0.4 && evenZeros < pairs * 0.02)
        {
            return (TextEncodingKind.Utf16LittleEndian, 0);
        }

        if (pairs > 4 && evenZeros > pairs * 0.4 && oddZeros < pairs * 0.02)
        {
            return (TextEncodingKind.Utf16BigEndian, 0);
        }

        // A few stray control characters do not make a table unreadable; their lines are rejected one by one.
        if (controls + evenZeros + oddZeros > Math.Max(8, sample.Length / 50))
        {
            return (null, 0);
        }

        return (IsUtf8(sample) ? TextEncodingKind.Utf8 : TextEncodingKind.Windows1252, 0);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        // The sample may end in the middle of a character.
        for (int cut = 0; cut < 4 && cut <= sample.Length; cut++)
        {
            if (Utf8.IsValid(sample[..(sample.Length - cut)]))
            {
                return true;
            }
        }

        return false;
    }
}
