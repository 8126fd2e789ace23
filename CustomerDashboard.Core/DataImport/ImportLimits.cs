namespace CustomerDashboard.Core.DataImport;

/// <summary>What a file may ask of the machine. Every limit is checked while reading, on what is really there.</summary>
public sealed record ImportLimits
{
    /// <summary>The defaults.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>Size of the file on disk; 1 GiB.</summary>
    public long MaxFileBytes { get; init; } = 1L << 30;

    /// <summary>Size of what comes out of a packed file or workbook, counted while it is unpacked; 8 GiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 8L << 30;

    /// <summary>How many times its packed size a file may unpack to, beyond the first 64 MiB; 200.</summary>
    public int MaxUnpackRatio { get; init; } = 200;

    /// <summary>Columns of one sheet; 1,000.</summary>
    public int MaxColumns { get; init; } = 1_000;

    /// <summary>Length of one row of a text file in bytes; 1 MiB. Longer rows are rejected, a longer header ends the reading.</summary>
    public int MaxLineBytes { get; init; } = 1 << 20;

    /// <summary>Rejected rows a report lists one by one, 1,000,000; further ones are counted there and told by <see cref="RejectedRowReader"/>.</summary>
    public int MaxRejectedKept { get; init; } = 1_000_000;

    /// <summary>Sheets of a workbook, or entries of an archive; 200.</summary>
    public int MaxSheets { get; init; } = 200;

    /// <summary>Rows read from one file; 100 million.</summary>
    public int MaxRows { get; init; } = 100_000_000;

    /// <summary>Throws when a limit cannot be worked with.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxFileBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxUnpackedBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxUnpackRatio);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxColumns);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLineBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxLineBytes, 256 << 20);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxRejectedKept);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSheets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxSheets, 255);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRows);
    }
}
