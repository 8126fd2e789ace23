namespace CustomerDashboard.Core.Cleaning;

/// <summary>What a cleaning rule is called and why a person would want it.</summary>
/// <param name="Id">The stable identifier, one of <see cref="CleaningRuleIds"/>.</param>
/// <param name="Name">The words of the ledger and of the switch.</param>
/// <param name="Why">One sentence: what goes wrong without it.</param>
public sealed record CleaningRuleDescriptor(string Id, string Name, string Why);
