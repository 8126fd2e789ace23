using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Analysis;

/// <summary>A file in memory, of either kind, and what happened to its rows. Exactly one of the tables is there.</summary>
public sealed record ImportedFile(TransactionTable? Transactions, CustomerAttributeTable? Attributes, ImportReport Report)
{
    public FileKind Kind => Transactions is null ? FileKind.CustomerAttributes : FileKind.Transactions;

    /// <summary>About how much memory it takes.</summary>
    internal long EstimatedBytes =>
        Transactions is { } table
            ? 1024 + (64L * table.RowCount) + (100L * table.Customer.Values.Length) + (200L * Report.Rejected.Count)
            : 1024 + (40L * Attributes!.RowCount * (Attributes.Columns.Count + 1)) + (200L * Report.Rejected.Count);
}
