using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Components.Pages.Baskets;

/// <summary>The sentences of the page.</summary>
internal static class BasketWords
{
    /// <summary>The page's answer: the strongest rule that can be relied on.</summary>
    public static string Answer(BasketResult baskets)
    {
        if (baskets.Rules.Rules.Count == 0)
        {
            return $"No rule in {Numbers.Counted(baskets.Table.Count, "basket")} under these settings.";
        }

        var best = baskets.Rules.Rules.FirstOrDefault(rule => rule.AdjustedPValue <= .05 && rule.Later?.Standing == RuleStanding.Holds) ?? baskets.Rules.Rules[0];
        return $"{RuleWords.Sentence(best, baskets.Table)} The strongest of {Numbers.Counted(baskets.Rules.Rules.Count, "rule")} in {Numbers.Counted(baskets.Table.Count, "basket")}.";
    }

    /// <summary>A rule as it stands in the address.</summary>
    public static string Address(AssociationRule rule, BasketTable table) => $"{Codes(rule.Antecedent, table)}>{Codes(rule.Consequent, table)}";

    public static string Codes(int[] products, BasketTable table) => string.Join('+', products.Select(product => table.ProductCodes[product]));

    /// <summary>Of the rules the earlier half alone shows, the share that holds in the later one.</summary>
    public static string LastingShare(RuleSet rules)
    {
        var (found, hold) = FoundEarlier(rules);
        return found == 0 ? Numbers.None : Numbers.Percent((double)hold / found);
    }

    public static string Lasting(RuleSet rules)
    {
        var (found, hold) = FoundEarlier(rules);
        return found == 0 ? "the earlier half alone shows none" : $"{Numbers.Count(hold)} of the {Numbers.Count(found)} the earlier half shows hold in the later";
    }

    public static string Tone(RuleStanding standing) => standing switch
    {
        RuleStanding.Holds => "chip-good",
        RuleStanding.Weaker => "chip-warn",
        RuleStanding.Gone => "chip-bad",
        _ => "",
    };

    /// <summary>A p-value as it is read: very small ones as a bound.</summary>
    public static string Chance(double p) => p < .0001 ? "below 0.0001" : Numbers.Exact(p, 4);

    private static (int Found, int Hold) FoundEarlier(RuleSet rules) => (
        rules.Rules.Count(rule => rule.Later is { FoundEarlier: true }),
        rules.Rules.Count(rule => rule.Later is { FoundEarlier: true, Standing: RuleStanding.Holds }));
}
