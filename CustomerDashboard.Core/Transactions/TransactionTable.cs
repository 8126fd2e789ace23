namespace CustomerDashboard.Core.Transactions;

/// <summary>
/// A retail file in memory, column by column: one row per invoice line, in the order of the file. Immutable by
/// convention: every later stage refers to rows by their index here and nothing is ever deleted from it.
/// </summary>
public sealed class TransactionTable
{
    /// <summary>The number of lines.</summary>
    public int RowCount => Ticks.Length;

    /// <summary>The customer of each line; code -1 where the file has none.</summary>
    public required CodedColumn Customer { get; init; }

    /// <summary>Date and time of each line as <see cref="DateTime.Ticks"/>, as written in the file (no time zone).</summary>
    public required long[] Ticks { get; init; }

    /// <summary>Units per line; NaN where empty; all 1 when the file has no quantity column.</summary>
    public required double[] Quantity { get; init; }

    /// <summary>Price of one unit; NaN where empty; derived as amount / quantity when the file has amounts only.</summary>
    public required double[] UnitPrice { get; init; }

    /// <summary>The line's number in its source file (first data line under a header is 2), for messages and exports.</summary>
    public required int[] SourceLine { get; init; }

    /// <summary>The invoice of each line, or null when the file has no invoice column (one basket per customer and day).</summary>
    public CodedColumn? Invoice { get; init; }

    /// <summary>The product code of each line, or null when the file has none.</summary>
    public CodedColumn? Product { get; init; }

    /// <summary>The product description of each line, or null when the file has none.</summary>
    public CodedColumn? Description { get; init; }

    /// <summary>The country of each line, or null when the file has none.</summary>
    public CodedColumn? Country { get; init; }

    /// <summary>The product category of each line, or null when the file has none.</summary>
    public CodedColumn? Category { get; init; }

    /// <summary>
    /// The amount of each line where the file states it (NaN where empty) or where its discount was taken off; else null:
    /// quantity x price.
    /// </summary>
    public double[]? LineAmount { get; init; }

    /// <summary>The discount stated on each line as the file writes it (NaN where empty), or null.</summary>
    public double[]? Discount { get; init; }

    /// <summary>The sheets (or archive entries) the lines came from, in order; empty for a single plain file.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Index into <see cref="Sheets"/> per line, or null when there is at most one.</summary>
    public byte[]? SheetOfRow { get; init; }

    /// <summary>True when the file had a quantity column.</summary>
    public bool HasQuantity { get; init; } = true;

    /// <summary>True when the file had a unit price column.</summary>
    public bool HasUnitPrice { get; init; } = true;

    /// <summary>Revenue of one line: the stated amount where there is one, else quantity x unit price.</summary>
    public double Amount(int row) =>
        LineAmount is { } amounts && !double.IsNaN(amounts[row]) ? amounts[row] : Quantity[row] * UnitPrice[row];

    /// <summary>Date and time of one line.</summary>
    public DateTime Date(int row) => new(Ticks[row], DateTimeKind.Unspecified);
}
