using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines of cancelling invoices, or of returns where the file marks them by a negative quantity only.</summary>
internal sealed class CancellationsRule(CancellationOptions options) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.Cancellations);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => NotApplicableReason(lines.Table, options);

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        options.Mark == CancellationMark.InvoicePrefix
            ? new CodeTest(lines.Table.Invoice!.Codes, CancellingInvoices(lines.Table.Invoice, options), marksMissing: false)
            : new RangeTest(lines.Table.Quantity, 0, double.PositiveInfinity);

    public static string? NotApplicableReason(TransactionTable table, CancellationOptions options) => options.Mark switch
    {
        CancellationMark.InvoicePrefix when table.Invoice is null =>
            "The file has no invoice numbers, so a prefix cannot mark cancellations.",
        CancellationMark.NegativeQuantity when !table.HasQuantity => "The file has no quantity column.",
        _ => null,
    };

    /// <summary>Whether an invoice cancels, by code.</summary>
    public static bool[] CancellingInvoices(CodedColumn invoice, CancellationOptions options)
    {
        StringComparison comparison = options.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var cancelling = new bool[invoice.Values.Length];
        for (int i = 0; i < cancelling.Length; i++)
        {
            cancelling[i] = invoice.Values[i].StartsWith(options.Prefix, comparison);
        }

        return cancelling;
    }
}
