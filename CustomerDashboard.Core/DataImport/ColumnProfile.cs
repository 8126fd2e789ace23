namespace CustomerDashboard.Core.DataImport;

/// <summary>What is known of one column after looking at its values.</summary>
public sealed record ColumnProfile
{
    /// <summary>The name in the header, made unique; "Column 3" where there is none.</summary>
    public required string Name { get; init; }

    /// <summary>Position from 0.</summary>
    public required int Index { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>A few different values, as the file writes them.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>Share of the rows looked at without a value, 0 to 1.</summary>
    public required double MissingShare { get; init; }

    /// <summary>Different values among the rows looked at.</summary>
    public required int DistinctCount { get; init; }

    /// <summary>Rows looked at; all rows of a small file.</summary>
    public required int RowsSeen { get; init; }

    /// <summary>Decimal mark of the numbers, null when there is nothing after a mark.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Mark between thousands, null when there is none.</summary>
    public char? ThousandsMark { get; init; }

    /// <summary>The ways dates are written, most frequent first ("yyyy-MM-dd HH:mm:ss").</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Day first or month first, where the dates leave room for the question.</summary>
    public DateOrderQuestion? DateOrder { get; init; }

    /// <summary>Share of the values present that fit <see cref="Type"/>.</summary>
    public double TypeShare { get; init; } = 1;

    /// <summary>Smallest and largest number, for number columns.</summary>
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>Characters of a value on average.</summary>
    public double AverageLength { get; init; }

    /// <summary>Share of rows with the same value as the row above.</summary>
    public double RepeatShare { get; init; }
}
