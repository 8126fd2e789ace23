namespace CustomerDashboard.Core.DataImport;

/// <summary>Finds out what a file is and what its columns mean.</summary>
public static class FileProfiler
{
    /// <summary>
    /// Looks at a file: at all of it when it is small, else at its first rows and, where those leave a question open
    /// (day first or month first), at as many more as settle it.
    /// </summary>
    /// <param name="path">Where the file is on this machine.</param>
    /// <param name="fileName">The name a person knows it by, for messages only.</param>
    /// <param name="options">What a person has already settled; null = nothing. A changed sheet or delimiter is profiled anew.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file is no readable table.</exception>
    public static FileProfile Profile(
        string path, string fileName, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
