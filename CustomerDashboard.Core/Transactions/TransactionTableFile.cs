namespace CustomerDashboard.Core.Transactions;

/// <summary>Keeps a table on disk in its in-memory form, so that a workspace reopens without reading the retail file again.</summary>
public static class TransactionTableFile
{
    /// <summary>Writes the table; the file appears whole or not at all.</summary>
    public static void Save(TransactionTable table, string path) => throw new NotImplementedException();

    /// <summary>Reads a table back.</summary>
    /// <exception cref="TableFileException">The file is damaged or of another version.</exception>
    public static TransactionTable Load(string path) => throw new NotImplementedException();
}
