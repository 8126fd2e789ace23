using CustomerDashboard.Core.DataImport.Mapping;
using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Reads a file of invoice lines into a <see cref="Transactions.TransactionTable"/>.</summary>
public static class TransactionImporter
{
    /// <summary>
    /// Reads the file in one pass; formats of numbers and dates are decided from whole columns. Time grows with the bytes
    /// of the file, memory with its rows and different values.
    /// </summary>
    /// <param name="path">Where the file is on this machine.</param>
    /// <param name="fileName">The name a person knows it by, for messages only.</param>
    /// <param name="options">How to read it; null = everything from the content.</param>
    /// <param name="progress">Rows so far.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be read as a whole.</exception>
    public static ImportResult Import(
        string path, string fileName, ImportOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fileName);
        using SourceFile file = SourceFile.Open(path, fileName, (options ?? new ImportOptions()) with { Kind = FileKind.Transactions });
        return Read(file, progress, cancellationToken).Assemble(cancellationToken);
    }

    /// <summary>Tells each rejected row and builds no table.</summary>
    internal static void ListRejected(string path, string fileName, ImportOptions options, Action<RejectedRow> told, CancellationToken cancellationToken)
    {
        using SourceFile file = SourceFile.Open(path, fileName, options);
        Read(file, null, cancellationToken).ListRejected(told, cancellationToken);
    }

    private static TransactionAssembler Read(SourceFile file, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Task<string> hash = RawFile.BeginHash(file, cancellationToken);
        (FileProfile profile, IReadOnlyList<SheetLayout> layouts) = FileProfiler.Profile(file, file.Options, settleDates: false, cancellationToken);
        IReadOnlyDictionary<ColumnRole, string> mapping = file.Options.Mapping ?? profile.Proposed.Mapping!;
        CheckMapping(mapping, profile);
        ColumnRole[] roles = [.. mapping.Keys.Order()];
        RawFile raw = RawFile.Read(file, hash, layouts, [.. roles.Select(role => mapping[role])], progress, cancellationToken);
        progress?.Report(new WorkProgress("Recognising dates and numbers", double.NaN, raw.Table.RowCount, "rows"));
        return new TransactionAssembler(file, profile, layouts, raw, file.Options, roles, mapping);
    }

    private static void CheckMapping(IReadOnlyDictionary<ColumnRole, string> mapping, FileProfile profile)
    {
        List<string> errors = [];
        foreach (MappingMessage message in MappingCheck.Run(mapping, profile.Columns))
        {
            if (message.Severity == MappingSeverity.Error)
            {
                errors.Add(message.Text);
            }
        }

        if (errors.Count > 0)
        {
            string columns = string.Join(", ", profile.Columns.Take(20).Select(column => $"\"{column.Name}\""));
            throw new ImportException(ImportErrorCode.Mapping, $"{profile.FileName} cannot be read as purchases. {string.Join(" ", errors)} The file has: {columns}.");
        }
    }
}
