using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines of cancelling invoices, or of returns where the file marks them by a negative quantity only.</summary>
/// <param name="options">The settings.</param>
/// <param name="found">How the file marks cancellations, for the automatic mark; null where it marks none.</param>
internal sealed class CancellationsRule(CancellationOptions options, CancellationProposal? found) : ICleaningRule
{
    private readonly CancellationOptions? mark = options.Mark == CancellationMark.Automatic ? found?.Options : options;

    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.Cancellations);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    private string? Detail => options.Mark == CancellationMark.Automatic ? found?.Reason : null;

    public string? NotApplicableReason(CleaningLines lines) => mark?.Mark switch
    {
        null when lines.Table.Invoice is null && !lines.Table.HasQuantity =>
            "The file has no invoice numbers and no quantities, so nothing in it marks a cancellation.",
        null => "Nothing in the file marks a cancellation: no quantity is negative, and no invoice numbers with letters of their own have negative lines.",
        CancellationMark.InvoicePrefix when lines.Table.Invoice is null =>
            "The file has no invoice numbers, so a prefix cannot mark cancellations.",
        CancellationMark.NegativeQuantity when !lines.Table.HasQuantity => "The file has no quantity column.",
        _ => null,
    };

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        mark!.Mark == CancellationMark.InvoicePrefix
            ? new CodeTest(lines.Table.Invoice!.Codes, CancellingInvoices(lines.Table.Invoice, mark), marksMissing: false) { Detail = Detail }
            : new RangeTest(lines.Table.Quantity, 0, double.PositiveInfinity) { Detail = Detail };

    /// <summary>Whether an invoice cancels, by code.</summary>
    private static bool[] CancellingInvoices(CodedColumn invoice, CancellationOptions options)
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
