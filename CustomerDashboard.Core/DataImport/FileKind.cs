namespace CustomerDashboard.Core.DataImport;

/// <summary>What one row of a file stands for.</summary>
public enum FileKind
{
    /// <summary>One row per invoice line: a customer, a date and an amount.</summary>
    Transactions,

    /// <summary>One row per customer with any number of attributes (age, income, spending score).</summary>
    CustomerAttributes,
}
