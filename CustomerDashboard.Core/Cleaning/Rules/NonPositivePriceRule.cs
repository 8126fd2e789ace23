namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines with a unit price of zero or less; where the file has amounts only, the price is amount / quantity.</summary>
internal sealed class NonPositivePriceRule(bool enabled) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.NonPositivePrice);

    public bool Enabled => enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) =>
        lines.Table.HasUnitPrice || lines.Table.LineAmount is not null ? null : "The file has neither prices nor amounts.";

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        new RangeTest(lines.Table.UnitPrice, double.Epsilon, double.PositiveInfinity);
}
