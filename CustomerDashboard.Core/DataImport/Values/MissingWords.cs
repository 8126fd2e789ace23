namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Words that programs write where there is no value.</summary>
internal static class MissingWords
{
    /// <summary>Database nulls and "not available". NaN is none of them: in a number column it is a fault to show.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> bytes) =>
        bytes.Length is >= 2 and <= 6 && bytes[0] is (byte)'N' or (byte)'n' or (byte)'\\' or (byte)'<' or (byte)'#'
        && (Is(bytes, "NULL"u8) || Is(bytes, "null"u8) || Is(bytes, "\\N"u8) || Is(bytes, "N/A"u8) || Is(bytes, "n/a"u8)
            || Is(bytes, "NA"u8) || Is(bytes, "None"u8) || Is(bytes, "<NA>"u8) || Is(bytes, "#N/A"u8));

    /// <summary>The same and NaN, for ids: a customer is never called so.</summary>
    public static bool IsMissingId(ReadOnlySpan<byte> bytes) =>
        IsMissing(bytes) || Is(bytes, "nan"u8) || Is(bytes, "NaN"u8) || Is(bytes, "none"u8) || Is(bytes, "NaT"u8);

    private static bool Is(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word) => bytes.SequenceEqual(word);
}
