using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Says how many rules a setting would give before anything is run, fast enough to follow a slider. The baskets are searched once
/// down to a support at which rules are some thousands; above it the answer is a count, below it the growth of the last doubling goes on.
/// </summary>
public sealed class RuleForecast
{
    private const int MostPairs = 2_500;
    private const int MostItemsets = 40_000;
    private const int MostRules = 100_000;

    private static readonly double[] RoundSupports = [.2, .1, .05, .02, .01, .005, .002, .001, .0005, .0002, .0001];

    private readonly (int Baskets, float Confidence, float Lift, int Length)[] _rules;

    private RuleForecast((int, float, float, int)[] rules, int totalBaskets, int floor) => (_rules, TotalBaskets, FloorBaskets) = (rules, totalBaskets, floor);

    public int TotalBaskets { get; }

    /// <summary>The fewest baskets surveyed: from here up the number of rules is exact.</summary>
    public int FloorBaskets { get; }

    /// <summary>Surveys the baskets.</summary>
    /// <param name="table">The baskets.</param>
    /// <param name="fewestBaskets">The least it goes down to.</param>
    /// <param name="degreeOfParallelism">The most threads to use; null for one per processor.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static RuleForecast Survey(BasketTable table, int fewestBaskets = 5, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewestBaskets, 1);
        int floor = Math.Max(fewestBaskets, PairFloor(table));
        while (true)
        {
            try
            {
                var options = new ItemsetOptions { MinBaskets = floor, MaxItemsets = MostItemsets, DegreeOfParallelism = degreeOfParallelism };
                ItemsetTable itemsets = Eclat.Mine(table, options, null, cancellationToken);
                if (AssociationRules.Examined(itemsets) <= MostRules)
                {
                    return new RuleForecast(Look(itemsets), table.Count, floor);
                }
            }
            catch (TooManyItemsetsException)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            // A bundle that is always bought whole has as many itemsets at any support up to its own.
            floor = (int)Math.Min(int.MaxValue, (floor * 3L / 2) + 1);
        }
    }

    /// <summary>What the settings look at of every rule; measures and tests that they do not ask for are left out.</summary>
    private static (int, float, float, int)[] Look(ItemsetTable itemsets)
    {
        var rules = new (int, float, float, int)[(int)AssociationRules.Examined(itemsets)];
        var parts = new ItemsetParts(itemsets);
        int count = 0;
        for (int itemset = 0; itemset < itemsets.Count; itemset++)
        {
            int length = itemsets.Length(itemset), all = (1 << length) - 1;
            if (length < 2)
            {
                continue;
            }

            ReadOnlySpan<int> counts = parts.Count(itemset);
            for (int left = 1; left < all; left++)
            {
                double confidence = (double)counts[all] / counts[left];
                double lift = (double)counts[all] * itemsets.TotalBaskets / ((double)counts[left] * counts[all ^ left]);
                rules[count++] = (counts[all], (float)confidence, (float)lift, length);
            }
        }

        return rules;
    }

    /// <summary>The number of rules that settings would give.</summary>
    /// <param name="support">The least support, a share of the baskets.</param>
    /// <param name="confidence">The least confidence.</param>
    /// <param name="lift">The least lift.</param>
    /// <param name="maxLength">The most products in a rule; null for no limit.</param>
    public RuleEstimate Estimate(double support, double confidence = 0, double lift = 1, int? maxLength = null)
    {
        int baskets = ItemsetOptions.BasketsOf(support, TotalBaskets);
        if (baskets >= FloorBaskets)
        {
            return new RuleEstimate(Count(baskets, confidence, lift, maxLength), true);
        }

        double atFloor = Count(FloorBaskets, confidence, lift, maxLength), above = Count(FloorBaskets * 2, confidence, lift, maxLength);
        double growth = Math.Clamp(above > 0 ? Math.Log2(atFloor / above) : 2, 0, 8);
        return new RuleEstimate(atFloor * Math.Pow((double)FloorBaskets / baskets, growth), false);
    }

    /// <summary>The greatest round support that gives a number of rules of any confidence and a lift of at least 1, or the least round one that was surveyed.</summary>
    /// <param name="rules">The number of rules wanted.</param>
    public double Suggest(int rules = 300)
    {
        double least = (double)FloorBaskets / Math.Max(1, TotalBaskets);
        double suggested = least;
        foreach (double support in RoundSupports)
        {
            if (ItemsetOptions.BasketsOf(support, TotalBaskets) < FloorBaskets)
            {
                break;
            }

            suggested = support;
            if (Count(ItemsetOptions.BasketsOf(support, TotalBaskets), 0, 1, null) >= rules)
            {
                break;
            }
        }

        return Math.Min(1, suggested);
    }

    private int Count(int baskets, double confidence, double lift, int? maxLength)
    {
        // The surveyed shares are kept in single precision: a share that is met exactly must still be met.
        float leastConfidence = (float)confidence, leastLift = (float)lift;
        int count = 0;
        foreach ((int found, float sure, float times, int length) in _rules)
        {
            count += found >= baskets && sure >= leastConfidence && times >= leastLift && length <= (maxLength ?? int.MaxValue) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The fewest baskets at which no more pairs are frequent than the survey is meant to look at.</summary>
    private static int PairFloor(BasketTable table)
    {
        var frequent = FrequentItems.Of(table, Math.Max(2, table.Count / 5_000));
        var best = new PriorityQueue<int, int>(MostPairs + 1);
        var counter = new CompanionCounter(frequent);
        for (int rank = frequent.Count - 1; rank >= 0; rank--)
        {
            // The products come the most frequent first: none that follows can be in more pairs of interest than its own baskets.
            if (best.Count == MostPairs && frequent.Counts[rank] <= best.Peek())
            {
                break;
            }

            counter.CountBeside(rank);
            foreach (int other in counter.Seen)
            {
                int baskets = counter[other];
                if (best.Count < MostPairs)
                {
                    best.Enqueue(baskets, baskets);
                }
                else if (baskets > best.Peek())
                {
                    best.EnqueueDequeue(baskets, baskets);
                }
            }
        }

        return best.Count == MostPairs ? best.Peek() + 1 : 1;
    }
}
