namespace CustomerDashboard.Core.DataImport;

/// <summary>
/// A file that cannot be read as a whole. The message is for the person who chose the file: what was found and where,
/// what was expected, what to do.
/// </summary>
public sealed class ImportException : Exception
{
    public ImportException(ImportErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>The kind of failure, for a program to act upon.</summary>
    public ImportErrorCode Code { get; }

    /// <summary>The dates nobody could settle, when <see cref="Code"/> is <see cref="ImportErrorCode.DateOrderUnknown"/>.</summary>
    public DateOrderQuestion? DateQuestion { get; init; }

    /// <summary>Rows rejected before giving up, when <see cref="Code"/> is <see cref="ImportErrorCode.NothingKept"/>.</summary>
    public ImportReport? Report { get; init; }
}
