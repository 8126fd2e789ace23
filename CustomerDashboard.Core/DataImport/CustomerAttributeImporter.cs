using CustomerDashboard.Core.DataImport.Mapping;
using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Reads a file with one row per customer into a <see cref="Transactions.CustomerAttributeTable"/>.</summary>
public static class CustomerAttributeImporter
{
    /// <summary>
    /// Reads the file in one pass. A column is numeric when most of its values are numbers (the rows of the others are
    /// rejected), else categorical; the id comes from <see cref="ImportOptions.Mapping"/>, from the content, or is the row's number.
    /// </summary>
    /// <param name="path">Where the file is on this machine.</param>
    /// <param name="fileName">The name a person knows it by, for messages only.</param>
    /// <param name="options">How to read it; null = everything from the content.</param>
    /// <param name="progress">Rows so far.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be read as a whole.</exception>
    public static AttributeImportResult Import(
        string path, string fileName, ImportOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fileName);
        using SourceFile file = SourceFile.Open(path, fileName, (options ?? new ImportOptions()) with { Kind = FileKind.CustomerAttributes });
        return Read(file, progress, cancellationToken).Assemble();
    }

    /// <summary>Tells each rejected row and builds no table.</summary>
    internal static void ListRejected(string path, string fileName, ImportOptions options, Action<RejectedRow> told, CancellationToken cancellationToken)
    {
        using SourceFile file = SourceFile.Open(path, fileName, options);
        Read(file, null, cancellationToken).ListRejected(told);
    }

    private static AttributeAssembler Read(SourceFile file, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ImportOptions options = file.Options;
        Task<string> hash = RawFile.BeginHash(file, cancellationToken);
        (FileProfile profile, IReadOnlyList<SheetLayout> layouts) = FileProfiler.Profile(file, options, settleDates: false, cancellationToken);
        string? id = (options.Mapping ?? profile.Proposed.Mapping!).GetValueOrDefault(ColumnRole.Customer);
        string[] attributes = [.. options.AttributeColumns ?? layouts[0].Columns.Where(name => name != id)];
        Check(profile, layouts[0], id, attributes);
        string[] columns = id is null ? attributes : [id, .. attributes];
        RawFile raw = RawFile.Read(file, hash, layouts, columns, progress, cancellationToken);
        ImportOptions applied = options with
        {
            Mapping = id is null ? new Dictionary<ColumnRole, string>() : new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = id },
        };
        return new AttributeAssembler(file, profile, layouts, raw, applied, id, attributes);
    }

    private static void Check(FileProfile profile, SheetLayout layout, string? id, string[] attributes)
    {
        foreach (string name in id is null ? attributes : [id, .. attributes])
        {
            if (!layout.Columns.Contains(name))
            {
                throw new ImportException(ImportErrorCode.Mapping,
                    $"{profile.FileName} has no column \"{name}\". It has: {string.Join(", ", layout.Columns.Take(20).Select(column => $"\"{column}\""))}.");
            }
        }

        if (attributes.Length == 0)
        {
            throw new ImportException(ImportErrorCode.Mapping,
                $"{profile.FileName} has no column besides the {RoleWords.Name(ColumnRole.Customer)[4..]}'s id, so there is nothing to group customers by.");
        }
    }
}
