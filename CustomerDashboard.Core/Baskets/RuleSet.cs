namespace CustomerDashboard.Core.Baskets;

/// <summary>Association rules, the greatest lift first.</summary>
/// <param name="Rules">The rules kept: greatest lift, then confidence, then support, then fewer products, then product numbers.</param>
/// <param name="Examined">How many rules the itemsets split into, kept or not: what the correction for many tests counts.</param>
public sealed record RuleSet(IReadOnlyList<AssociationRule> Rules, long Examined)
{
    public static RuleSet Empty { get; } = new([], 0);

    /// <summary>Rules that say more than a shorter rule with the same outcome.</summary>
    public int Distinct => Rules.Count(rule => rule.FoldedInto is null);
}
