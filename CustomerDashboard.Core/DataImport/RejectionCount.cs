namespace CustomerDashboard.Core.DataImport;

/// <summary>How many rows were rejected for one reason.</summary>
public sealed record RejectionCount(string Reason, int Rows);
