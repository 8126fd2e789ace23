namespace CustomerDashboard.Core.DataImport;

/// <summary>A row that could not be read, and why.</summary>
/// <param name="Line">The line of the file (row of the sheet) it begins on, counted from 1.</param>
/// <param name="Sheet">The sheet or archive entry, or null for a plain file.</param>
/// <param name="Column">The column whose value is to blame, or empty when it is the row as a whole.</param>
/// <param name="Value">The value as the file has it, cut to 200 characters.</param>
/// <param name="Reason">What is wrong with it and what was expected.</param>
public readonly record struct RejectedRow(int Line, string? Sheet, string Column, string Value, string Reason);
