namespace CustomerDashboard.Core.DataImport;

/// <summary>One of the first rows, as the file writes it.</summary>
public sealed record PreviewRow(int Line, IReadOnlyList<string> Values);
