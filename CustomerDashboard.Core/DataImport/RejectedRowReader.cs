namespace CustomerDashboard.Core.DataImport;

/// <summary>
/// Reads a file again for its rejected rows alone. A report lists only so many of them; this tells every one, without
/// holding them, so that all can be written to a file.
/// </summary>
public static class RejectedRowReader
{
    /// <summary>Tells each rejected row in file order. Takes as long as reading the file did.</summary>
    /// <param name="path">Where the file is on this machine.</param>
    /// <param name="report">The report of its reading; the file is read as it was then.</param>
    /// <param name="told">Told of each row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be read any more.</exception>
    public static void Read(string path, ImportReport report, Action<RejectedRow> told, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(told);
        ImportOptions options = report.Applied with { Limits = report.Applied.Limits with { MaxRejectedKept = int.MaxValue } };
        if (options.Kind == FileKind.CustomerAttributes)
        {
            CustomerAttributeImporter.ListRejected(path, report.FileName, options, told, cancellationToken);
        }
        else
        {
            TransactionImporter.ListRejected(path, report.FileName, options, told, cancellationToken);
        }
    }
}
