using System.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>The number of itemsets a search may still find, shared by its threads.</summary>
internal sealed class ItemsetLimit(ItemsetOptions options)
{
    private long _found;

    public void Add(int count)
    {
        if (Interlocked.Add(ref _found, count) > options.MaxItemsets)
        {
            throw new TooManyItemsetsException(options.MaxItemsets, options.MinBaskets);
        }
    }

    /// <summary>An itemset of n products has 2^n - 1 parts, all as frequent: a long one proves that there are too many before they are counted.</summary>
    public void CheckLength(int length)
    {
        if (options.MaxLength is null && length > BitOperations.Log2((uint)options.MaxItemsets) + 1)
        {
            throw new TooManyItemsetsException(options.MaxItemsets, options.MinBaskets, length);
        }
    }
}
