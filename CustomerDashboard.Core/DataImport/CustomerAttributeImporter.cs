using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Reads a file with one row per customer into a <see cref="Transactions.CustomerAttributeTable"/>.</summary>
public static class CustomerAttributeImporter
{
    /// <inheritdoc cref="TransactionImporter.Import"/>
    public static AttributeImportResult Import(
        string path, string fileName, ImportOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
