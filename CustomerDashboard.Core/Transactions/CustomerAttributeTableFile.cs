namespace CustomerDashboard.Core.Transactions;

/// <summary>Keeps a table of customer attributes on disk in its in-memory form.</summary>
public static class CustomerAttributeTableFile
{
    /// <inheritdoc cref="TransactionTableFile.Save"/>
    public static void Save(CustomerAttributeTable table, string path) => throw new NotImplementedException();

    /// <inheritdoc cref="TransactionTableFile.Load"/>
    public static CustomerAttributeTable Load(string path) => throw new NotImplementedException();
}
