namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>How one sheet or text is laid out, found from its first rows.</summary>
internal sealed record SheetLayout
{
    /// <summary>The sheet's or entry's name, empty for a plain file.</summary>
    public required string Name { get; init; }

    public TextEncodingKind? Encoding { get; init; }

    public char? Delimiter { get; init; }

    public required bool HasHeader { get; init; }

    /// <summary>Rows above the data: the header and any title above it.</summary>
    public required int RowsAbove { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>About how many data rows there are.</summary>
    public required long RowEstimate { get; init; }

    public required bool RowsAreExact { get; init; }
}
