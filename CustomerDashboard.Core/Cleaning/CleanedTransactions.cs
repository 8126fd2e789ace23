using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// The lines that cleaning kept, as dense columns for the stages after it: entry i of every array belongs to line
/// <see cref="SourceRow"/>[i] of the source table, values filled or winsorised where the rules say so. Customers,
/// invoices and products are renumbered 0..n-1 over the kept lines, in order of first appearance.
/// </summary>
public sealed class CleanedTransactions
{
    /// <summary>The table the lines came from.</summary>
    public required TransactionTable Source { get; init; }

    /// <summary>Index of each kept line in <see cref="Source"/>, ascending.</summary>
    public required int[] SourceRow { get; init; }

    /// <summary>Customer of each line, an index into <see cref="CustomerIds"/>.</summary>
    public required int[] Customer { get; init; }

    /// <summary>Invoice of each line; where the file has none, one number per customer and day.</summary>
    public required int[] Invoice { get; init; }

    /// <summary>Product of each line, an index into <see cref="ProductCodes"/>; -1 where unknown or without a product column.</summary>
    public required int[] Product { get; init; }

    /// <summary>Country of each line, an index into <see cref="Countries"/>; -1 where unknown or without a country column.</summary>
    public required int[] Country { get; init; }

    public required long[] Ticks { get; init; }

    /// <summary>Units of each line; 0 where unknown, so that sums stay sums.</summary>
    public required double[] Quantity { get; init; }

    /// <summary>Price of one unit on each line; 0 where unknown.</summary>
    public required double[] UnitPrice { get; init; }

    /// <summary>Revenue of each line: the stated amount where there is one, else quantity x unit price; 0 where unknown.</summary>
    public required double[] Amount { get; init; }

    public required string[] CustomerIds { get; init; }

    /// <summary>The number of distinct invoices.</summary>
    public required int InvoiceCount { get; init; }

    public required string[] ProductCodes { get; init; }

    /// <summary>The most frequent description of each product (its code where the file has none).</summary>
    public required string[] ProductNames { get; init; }

    public required string[] Countries { get; init; }

    /// <summary>
    /// The cancelling lines of the customers kept, whatever the rules removed: the lines of invoices marked as
    /// cancelled, exact duplicates counted once, within the date window and the countries looked at. They feed the
    /// return rate. Empty where the file does not mark cancellations.
    /// </summary>
    public required CancelledLines Cancellations { get; init; }

    public int RowCount => SourceRow.Length;

    public int CustomerCount => CustomerIds.Length;
}
