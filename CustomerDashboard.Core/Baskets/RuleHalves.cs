using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Counts rules again in the later half of the baskets, to see which of them last. Rules found in all baskets have seen the later half, which
/// flatters them; <see cref="RuleCheck.FoundEarlier"/> marks those the earlier half alone would have shown, for which it is new.
/// O(products of the rules x baskets / 64 + itemsets x baskets of the rarest product).
/// </summary>
public static class RuleHalves
{
    /// <summary>Fewer expected baskets cannot tell a rule from chance.</summary>
    private const double FewestExpected = 5;

    private const double Level = .05;

    /// <summary>The rules with <see cref="AssociationRule.Later"/> filled.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="itemsets">The itemsets they were made of.</param>
    /// <param name="table">The baskets they were found in.</param>
    /// <param name="options">The settings they were found with.</param>
    /// <param name="minSupport">The support they were found with, as a share of the baskets.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static RuleSet Check(
        RuleSet rules, ItemsetTable itemsets, BasketTable table, RuleOptions options, double minSupport, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(itemsets);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        int half = table.Count / 2, later = table.Count - half;
        var counts = new LaterBaskets(table, itemsets, half);
        var chance = new Hypergeometric(later);
        var @checked = new AssociationRule[rules.Rules.Count];
        for (int i = 0; i < @checked.Length; i++)
        {
            if (i % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            AssociationRule rule = rules.Rules[i];
            int together = counts.Of(rule.Antecedent, rule.Consequent), left = counts.Of(rule.Antecedent, []), right = counts.Of(rule.Consequent, []);
            int earlierTogether = rule.Baskets - together, earlierLeft = rule.AntecedentBaskets - left, earlierRight = rule.ConsequentBaskets - right;
            double earlierConfidence = (double)earlierTogether / earlierLeft, confidence = (double)together / left;
            double earlierLift = earlierConfidence * half / earlierRight, lift = confidence * later / right;
            double p = chance.UpperTail(left, right, together);
            bool lasting = confidence >= options.MinConfidence && lift >= options.MinLift && !(lift < earlierLift / 2);
            RuleStanding standing = left * rule.Confidence < FewestExpected ? RuleStanding.TooFewBaskets
                : !(lift > 1 && p <= Level) ? RuleStanding.Gone
                : lasting ? RuleStanding.Holds
                : RuleStanding.Weaker;
            bool foundEarlier = earlierTogether >= ItemsetOptions.BasketsOf(minSupport, half) && earlierConfidence >= options.MinConfidence && earlierLift >= options.MinLift;
            @checked[i] = rule with { Later = new RuleCheck(earlierConfidence, earlierLift, together, left, confidence, lift, p, standing, foundEarlier) };
        }

        return rules with { Rules = @checked };
    }
}
