using System.Numerics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Rules from frequent itemsets: each set of two or more products is split in every way into what a basket has and what it then
/// also has (R. Agrawal, T. Imielinski, A. Swami, Mining association rules between sets of items in large databases, SIGMOD 1993).
/// Every rule looked at is tested, and the p-values are corrected for all of them, the ones not kept too. A rule is folded into a shorter one with the same outcome
/// that is at least as often right (R. Bayardo, R. Agrawal, D. Gunopulos, Constraint-based rule mining in large, dense databases, ICDE 1999).
/// O(sum of 2^length over the itemsets).
/// </summary>
public static class AssociationRules
{
    /// <param name="itemsets">The itemsets, with all of their parts, as every search of this room gives them.</param>
    /// <param name="options">Which rules to keep.</param>
    /// <param name="progress">Told the share of itemsets done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option cannot be used.</exception>
    /// <exception cref="TooManyRulesException">There are more rules to look at than allowed.</exception>
    public static RuleSet Generate(
        ItemsetTable itemsets, RuleOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(itemsets);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        double examined = Examined(itemsets);
        if (examined > options.MaxRules)
        {
            throw new TooManyRulesException(examined, options.MaxRules, itemsets.LongestLength);
        }

        var chance = new Hypergeometric(itemsets.TotalBaskets);
        var parts = new ItemsetParts(itemsets);
        var rules = new List<AssociationRule>();
        var places = new List<int>();
        var pValues = new double[(int)examined];
        int tested = 0;
        for (int itemset = 0; itemset < itemsets.Count; itemset++)
        {
            if (itemset % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("Writing rules", (double)itemset / itemsets.Count, rules.Count, "rules"));
            }

            if (itemsets.Length(itemset) >= 2)
            {
                Split(itemset, itemsets, options, parts, chance, pValues, ref tested, rules, places);
            }
        }

        double[] adjusted = FalseDiscovery.Adjust(pValues);
        for (int i = 0; i < rules.Count; i++)
        {
            rules[i] = rules[i] with { PValue = pValues[places[i]], AdjustedPValue = adjusted[places[i]] };
        }

        rules.Sort(Compare);
        return new RuleSet(rules, (long)examined);
    }

    /// <summary>How many rules the itemsets split into.</summary>
    public static double Examined(ItemsetTable itemsets)
    {
        ArgumentNullException.ThrowIfNull(itemsets);
        double sum = 0;
        for (int length = 2; length < itemsets.CountByLength.Count; length++)
        {
            sum += itemsets.CountByLength[length] * (Math.Pow(2, length) - 2);
        }

        return sum;
    }

    private static void Split(
        int itemset, ItemsetTable itemsets, RuleOptions options, ItemsetParts parts, Hypergeometric chance, double[] pValues, ref int tested,
        List<AssociationRule> rules, List<int> places)
    {
        int length = itemsets.Length(itemset), all = (1 << length) - 1, together = itemsets.Baskets(itemset), total = itemsets.TotalBaskets;
        ReadOnlySpan<int> counts = parts.Count(itemset);
        int first = tested;
        for (int left = 1; left < all; left++)
        {
            int right = all ^ left;
            // A rule and its reverse are one table of counts.
            pValues[tested] = right < left ? pValues[first + right - 1] : chance.UpperTail(counts[left], counts[right], together);
            double lift = (double)together * total / ((double)counts[left] * counts[right]);
            if (lift >= options.MinLift && (double)together / counts[left] >= options.MinConfidence)
            {
                rules.Add(new AssociationRule(Pick(itemsets[itemset], left), Pick(itemsets[itemset], right), together, counts[left], counts[right], total)
                {
                    FoldedInto = Shorter(itemsets[itemset], counts, left, right),
                });
                places.Add(tested);
            }

            tested++;
        }
    }

    /// <summary>The fewest of the first products (of equals, the surest) with which the rule is at least as often right.</summary>
    private static int[]? Shorter(ReadOnlySpan<int> products, ReadOnlySpan<int> counts, int left, int right)
    {
        int best = 0;
        for (int part = (left - 1) & left; part > 0; part = (part - 1) & left)
        {
            // Compared crosswise, so that equal shares are equal.
            long asSure = ((long)counts[part | right] * counts[left]) - ((long)counts[left | right] * counts[part]);
            if (asSure >= 0 && (best == 0 || BitOperations.PopCount((uint)part) < BitOperations.PopCount((uint)best)
                || (BitOperations.PopCount((uint)part) == BitOperations.PopCount((uint)best) && (long)counts[part | right] * counts[best] > (long)counts[best | right] * counts[part])))
            {
                best = part;
            }
        }

        return best == 0 ? null : Pick(products, best);
    }

    private static int[] Pick(ReadOnlySpan<int> products, int mask)
    {
        var picked = new int[BitOperations.PopCount((uint)mask)];
        for (int i = 0, at = 0; i < products.Length; i++)
        {
            if ((mask >> i & 1) != 0)
            {
                picked[at++] = products[i];
            }
        }

        return picked;
    }

    private static int Compare(AssociationRule first, AssociationRule second)
    {
        int order = second.Lift.CompareTo(first.Lift);
        order = order != 0 ? order : second.Confidence.CompareTo(first.Confidence);
        order = order != 0 ? order : second.Baskets.CompareTo(first.Baskets);
        order = order != 0 ? order : first.Length.CompareTo(second.Length);
        order = order != 0 ? order : first.Antecedent.AsSpan().SequenceCompareTo(second.Antecedent);
        return order != 0 ? order : first.Consequent.AsSpan().SequenceCompareTo(second.Consequent);
    }
}
