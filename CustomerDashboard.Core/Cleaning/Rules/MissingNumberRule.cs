namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines in which a number is empty: the quantity or the unit price.</summary>
/// <param name="ruleId">Which of the two rules it is.</param>
/// <param name="column">The column as the file has it; null when it has none.</param>
/// <param name="treatment">What to do.</param>
/// <param name="columnName">The words for the column.</param>
internal sealed class MissingNumberRule(string ruleId, double[]? column, MissingValueTreatment treatment, string columnName) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(ruleId);

    public bool Enabled => treatment.Action != MissingValueAction.KeepAsUnknown;

    public bool ChangesOnly => treatment.Action != MissingValueAction.Drop;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => column is null ? $"The file has no {columnName} column." : null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) => new MissingNumberTest(column!);
}
