using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.DataImport;

/// <summary>A transaction file in memory and what happened to its rows.</summary>
public sealed record ImportResult(TransactionTable Table, ImportReport Report);
