namespace CustomerDashboard.Core.DataImport;

/// <summary>One sheet of a workbook, entry of an archive, or the file itself.</summary>
/// <param name="Name">The sheet's or entry's name; empty for a plain file.</param>
/// <param name="Columns">Its column names in order.</param>
/// <param name="RowEstimate">About how many data rows it has.</param>
/// <param name="RowsAreExact">True when all rows were counted.</param>
public sealed record SheetProfile(string Name, IReadOnlyList<string> Columns, long RowEstimate, bool RowsAreExact);
