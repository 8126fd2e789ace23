namespace CustomerDashboard.Core.DataImport;

/// <summary>What a column probably means.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Role">The role, or null when the column is not needed.</param>
/// <param name="Confidence">0 to 1; below 0.5 a person should look.</param>
/// <param name="Reason">Why, from its name and its content, in one sentence.</param>
public sealed record ColumnMappingProposal(string Column, ColumnRole? Role, double Confidence, string Reason);
