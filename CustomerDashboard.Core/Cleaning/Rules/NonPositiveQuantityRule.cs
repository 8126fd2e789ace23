namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines with a quantity of zero or less.</summary>
internal sealed class NonPositiveQuantityRule(bool enabled) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.NonPositiveQuantity);

    public bool Enabled => enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => lines.Table.HasQuantity ? null : "The file has no quantity column.";

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        new RangeTest(lines.Table.Quantity, double.Epsilon, double.PositiveInfinity);
}
