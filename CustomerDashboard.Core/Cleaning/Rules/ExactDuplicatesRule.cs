namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>
/// Lines equal to an earlier one in every column; the first stays. Equal lines fare alike under every rule that looks at a
/// line alone, so which lines repeat does not depend on what the rules before it removed.
/// </summary>
internal sealed class ExactDuplicatesRule(bool enabled, bool[] duplicate) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.ExactDuplicates);

    public bool Enabled => enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) => new RowTest(duplicate);
}
