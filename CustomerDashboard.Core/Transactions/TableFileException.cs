namespace CustomerDashboard.Core.Transactions;

/// <summary>A saved table that cannot be read back: damaged, or written by another version. Read the retail file again.</summary>
public sealed class TableFileException(string message, Exception? innerException = null) : Exception(message, innerException);
