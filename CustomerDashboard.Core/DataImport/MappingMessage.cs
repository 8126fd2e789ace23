namespace CustomerDashboard.Core.DataImport;

/// <summary>What a mapping lacks or leads to.</summary>
/// <param name="Severity">Whether the file can be read with it.</param>
/// <param name="Role">The role it is about, or null.</param>
/// <param name="Text">What it means and, for an error, what to do.</param>
public sealed record MappingMessage(MappingSeverity Severity, ColumnRole? Role, string Text);
