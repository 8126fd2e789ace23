namespace CustomerDashboard.Core.DataImport;

/// <summary>What a file is and what its columns probably mean, before it is read in full.</summary>
public sealed record FileProfile
{
    public required string FileName { get; init; }

    public required long FileBytes { get; init; }

    public required FileFormat Format { get; init; }

    public required FileCompression Compression { get; init; }

    /// <summary>Encoding of a text file, null for a workbook.</summary>
    public TextEncodingKind? Encoding { get; init; }

    /// <summary>Delimiter of a text file, null for a workbook.</summary>
    public char? Delimiter { get; init; }

    public required bool HasHeader { get; init; }

    /// <summary>What the file is, in words: "semicolon-separated text, Windows-1252, gzip".</summary>
    public required string FormatDescription { get; init; }

    /// <summary>All sheets or archive entries that hold a table; a single one without a name for a plain file.</summary>
    public required IReadOnlyList<SheetProfile> Sheets { get; init; }

    /// <summary>Sheets that can be read together, the largest group first.</summary>
    public required IReadOnlyList<SheetGroup> SheetGroups { get; init; }

    /// <summary>The sheets that <see cref="Columns"/> and <see cref="Preview"/> describe.</summary>
    public required IReadOnlyList<string> ChosenSheets { get; init; }

    public required IReadOnlyList<ColumnProfile> Columns { get; init; }

    /// <summary>The first rows of the first chosen sheet.</summary>
    public required IReadOnlyList<PreviewRow> Preview { get; init; }

    /// <summary>About how many rows the chosen sheets have.</summary>
    public required long RowEstimate { get; init; }

    public required bool RowsAreExact { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Why the file is taken for that kind, in one sentence.</summary>
    public required string KindReason { get; init; }

    /// <summary>One proposal per column, in column order.</summary>
    public required IReadOnlyList<ColumnMappingProposal> Mapping { get; init; }

    /// <summary>What the proposed mapping lacks or leads to; an error here means a person has to choose.</summary>
    public required IReadOnlyList<MappingMessage> Messages { get; init; }

    /// <summary>The day-or-month question of the proposed date column; null when dates leave no room for it.</summary>
    public DateOrderQuestion? DateQuestion { get; init; }

    /// <summary>The proposals as options, to be changed by a person and handed to the importer.</summary>
    public required ImportOptions Proposed { get; init; }
}
