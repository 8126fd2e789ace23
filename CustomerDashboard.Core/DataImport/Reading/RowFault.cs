namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>A row the reader could not split into fields.</summary>
internal readonly record struct RowFault(int Line, string Value, string Reason);
