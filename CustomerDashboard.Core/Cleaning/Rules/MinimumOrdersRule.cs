namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines of customers with fewer distinct orders than asked for, counted over the lines kept so far.</summary>
internal sealed class MinimumOrdersRule(MinimumOrdersOptions options) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.MinimumOrders);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => true;

    public string? NotApplicableReason(CleaningLines lines) => null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken)
    {
        int[] orders = OrderCounter.CountByCustomer(lines, removedBy, cancellationToken);
        var marked = new bool[orders.Length];
        for (int i = 0; i < orders.Length; i++)
        {
            marked[i] = orders[i] < options.Orders;
        }

        return new CodeTest(lines.Customer.Codes, marked, marksMissing: false)
        {
            Detail = FormattableString.Invariant($"fewer than {options.Orders} orders"),
        };
    }
}
