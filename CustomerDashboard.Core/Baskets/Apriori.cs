using System.Collections.Concurrent;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Frequent itemsets length by length: those of k products are joined from those of k - 1 that differ in the last only, dropped
/// where a part of them is not frequent, and counted in the baskets (R. Agrawal, R. Srikant, Fast algorithms for mining association rules, VLDB 1994).
/// Pairs, where there is nothing to drop, are counted directly. O(itemsets x baskets of each) time; one level in memory.
/// </summary>
public static class Apriori
{
    /// <param name="table">The baskets.</param>
    /// <param name="options">Which itemsets to look for.</param>
    /// <param name="progress">Told the length looked at.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option cannot be used.</exception>
    /// <exception cref="TooManyItemsetsException">There are more itemsets than allowed.</exception>
    public static ItemsetTable Mine(
        BasketTable table, ItemsetOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        FrequentItems frequent = FrequentItems.Of(table, options.MinBaskets);
        var limit = new ItemsetLimit(options);
        var output = new ItemsetBuilder(limit, frequent.Products);
        AprioriLevel level = AprioriLevel.First(frequent);
        level.AddTo(output);
        try
        {
            while (level.Count > 1 && level.Length < (options.MaxLength ?? int.MaxValue))
            {
                progress?.Report(new WorkProgress("Finding products bought together", double.NaN, level.Length + 1, "products a set"));
                level = Next(level, frequent, options, cancellationToken);
                level.AddTo(output);
            }
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<TooManyItemsetsException>().FirstOrDefault() is { } tooMany)
        {
            throw tooMany;
        }

        return ItemsetTable.Of([output], table.Count, options.MinBaskets);
    }

    /// <summary>Each itemset is joined with those after it that differ in the last product only; a few hundred of them are a piece of work.</summary>
    private static AprioriLevel Next(AprioriLevel level, FrequentItems frequent, ItemsetOptions options, CancellationToken cancellationToken)
    {
        const int Share = 128;
        var parts = new AprioriLevel[(level.Count + Share - 1) / Share];
        var idle = new ConcurrentBag<AprioriCounter>();
        ItemsetIndex known = level.Index();
        int[] ends = level.FamilyEnds();
        int found = 0;
        ParallelWork.Run(
            parts.Length,
            options.DegreeOfParallelism,
            part =>
            {
                if (!idle.TryTake(out AprioriCounter? counter))
                {
                    counter = new AprioriCounter(frequent, options.MinBaskets);
                }

                parts[part] = counter.Extend(level, part * Share, Math.Min(level.Count, (part + 1) * Share), ends, known);
                idle.Add(counter);
                if (Interlocked.Add(ref found, parts[part].Count) > options.MaxItemsets)
                {
                    throw new TooManyItemsetsException(options.MaxItemsets, options.MinBaskets);
                }
            },
            cancellationToken);
        return AprioriLevel.Join(parts, level.Length + 1);
    }
}
