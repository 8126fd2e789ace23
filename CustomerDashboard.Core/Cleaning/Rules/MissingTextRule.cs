using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines in which a text column is empty: the customer, the product code, the description or the country.</summary>
/// <param name="ruleId">Which of the four rules it is.</param>
/// <param name="column">The column as the file has it; null when it has none.</param>
/// <param name="treatment">What to do.</param>
/// <param name="columnName">The words for the column.</param>
internal sealed class MissingTextRule(string ruleId, CodedColumn? column, MissingValueTreatment treatment, string columnName) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(ruleId);

    public bool Enabled => treatment.Action != MissingValueAction.KeepAsUnknown;

    public bool ChangesOnly => treatment.Action != MissingValueAction.Drop;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => column is null ? $"The file has no {columnName} column." : null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        new CodeTest(column!.Codes, marked: null, marksMissing: true);
}
