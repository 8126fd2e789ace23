using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.DataImport;

/// <summary>A file with one row per customer in memory and what happened to its rows.</summary>
public sealed record AttributeImportResult(CustomerAttributeTable Table, ImportReport Report);
