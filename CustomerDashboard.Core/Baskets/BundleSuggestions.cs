using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Bundles by the revenue they may add. For products S: over each product x of S, the baskets that hold all of S but x, times the confidence of
/// "S without x, then x", times the uptake, times the median amount of x less the discount on the whole bundle; minus the discount on the baskets that hold S anyway.
/// The uptake is an assumption of the person, everything else is counted. Only sets behind a rule that survives the correction for many tests
/// and is not gone in the later half are suggested, and no two that share two products.
/// </summary>
public static class BundleSuggestions
{
    private const double FalseDiscoveryRate = .05;

    /// <param name="lines">The lines the baskets were made of.</param>
    /// <param name="included">Which of them count; null for all.</param>
    /// <param name="itemsets">The itemsets.</param>
    /// <param name="rules">The rules, checked in the later half.</param>
    /// <param name="options">How bundles are valued.</param>
    public static IReadOnlyList<Bundle> Find(CleanedTransactions lines, bool[]? included, ItemsetTable itemsets, RuleSet rules, BundleOptions options)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(itemsets);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ItemsetIndex index = itemsets.Index();
        var lasting = new HashSet<int>();
        foreach (AssociationRule rule in rules.Rules)
        {
            if (rule.Length <= options.MaxProducts && rule.AdjustedPValue <= FalseDiscoveryRate && rule.Later?.Standing != RuleStanding.Gone)
            {
                int[] products = [.. rule.Antecedent, .. rule.Consequent];
                Array.Sort(products);
                lasting.Add(index.Find(products));
            }
        }

        var values = new ProductValues(lines, included);
        var parts = new ItemsetParts(itemsets);
        Bundle[] candidates = [.. lasting.Select(itemset => Value(itemset, itemsets, parts, values, options)).Where(bundle => bundle.NetRevenue > 0)
            .OrderByDescending(bundle => bundle.NetRevenue).ThenBy(bundle => bundle.Products[0]).ThenBy(bundle => bundle.Products[1])];
        var chosen = new List<Bundle>();
        foreach (Bundle candidate in candidates)
        {
            if (chosen.Count == options.Count)
            {
                break;
            }

            if (chosen.TrueForAll(other => other.Products.Intersect(candidate.Products).Count() < 2))
            {
                chosen.Add(candidate);
            }
        }

        return chosen;
    }

    private static Bundle Value(int itemset, ItemsetTable itemsets, ItemsetParts parts, ProductValues values, BundleOptions options)
    {
        int[] products = itemsets[itemset].ToArray();
        ReadOnlySpan<int> counts = parts.Count(itemset);
        int all = (1 << products.Length) - 1, complete = counts[all], lackingOne = 0;
        double[] each = [.. products.Select(values.Of)];
        double whole = each.Sum(), extra = 0, byChance = itemsets.TotalBaskets;
        for (int i = 0; i < products.Length; i++)
        {
            int others = counts[all ^ (1 << i)], lacking = others - complete;
            lackingOne += lacking;
            // Who takes the missing product gets the discount on the whole bundle.
            extra += lacking * ((double)complete / others) * options.Uptake * (each[i] - (options.Discount * whole));
            byChance *= (double)counts[1 << i] / itemsets.TotalBaskets;
        }

        return new Bundle(products, each, complete, lackingOne, complete / byChance, extra, complete * options.Discount * whole);
    }

    /// <summary>Median amounts of products, each worked out when it is first asked for.</summary>
    private sealed class ProductValues(CleanedTransactions lines, bool[]? included)
    {
        private readonly LinesByKey _lines = LinesByKey.Of(lines.Product, lines.ProductCodes.Length, included);
        private readonly Dictionary<int, double> _known = [];

        public double Of(int product)
        {
            if (!_known.TryGetValue(product, out double value))
            {
                ReadOnlySpan<int> own = _lines[product];
                var amounts = new double[own.Length];
                for (int i = 0; i < own.Length; i++)
                {
                    amounts[i] = lines.Amount[own[i]];
                }

                Array.Sort(amounts);
                int middle = amounts.Length / 2;
                value = amounts.Length == 0 ? 0 : amounts.Length % 2 == 1 ? amounts[middle] : (amounts[middle - 1] + amounts[middle]) / 2;
                _known.Add(product, value);
            }

            return value;
        }
    }
}
