namespace CustomerDashboard.Core.DataImport;

/// <summary>Sheets with the same column names, which can be read as one table.</summary>
public sealed record SheetGroup(IReadOnlyList<string> Sheets, IReadOnlyList<string> Columns, long RowEstimate);
