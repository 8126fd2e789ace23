using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Reads a file of invoice lines into a <see cref="Transactions.TransactionTable"/>.</summary>
public static class TransactionImporter
{
    /// <summary>Reads the file in one pass; formats of numbers and dates are decided from whole columns.</summary>
    /// <param name="path">Where the file is on this machine.</param>
    /// <param name="fileName">The name a person knows it by, for messages only.</param>
    /// <param name="options">How to read it; null = everything from the content.</param>
    /// <param name="progress">Rows so far.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be read as a whole.</exception>
    public static ImportResult Import(
        string path, string fileName, ImportOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
