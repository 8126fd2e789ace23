namespace CustomerDashboard.Core.DataImport;

/// <summary>What happened to every row of a file: read = kept + rejected.</summary>
public sealed record ImportReport
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long FileBytes { get; init; }

    /// <summary>Data rows in the file; the header and lines without any value are not rows.</summary>
    public required int RowsRead { get; init; }

    public required int RowsKept { get; init; }

    public required int RowsRejected { get; init; }

    /// <summary>Lines without any value, passed over.</summary>
    public int BlankLines { get; init; }

    /// <summary>The first rejected rows in file order, at most <see cref="ImportLimits.MaxRejectedKept"/>; <see cref="RejectedRowReader"/> tells all.</summary>
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    /// <summary>How many rows were rejected for each reason, most frequent first.</summary>
    public required IReadOnlyList<RejectionCount> RejectedByReason { get; init; }

    /// <summary>Decisions taken while reading, in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>
    /// The options with kind and mapping filled in: the import part of the recipe. Delimiter, encoding and the like stay
    /// as they were given, so that the recipe can be applied to a file which is written differently.
    /// </summary>
    public required ImportOptions Applied { get; init; }
}
