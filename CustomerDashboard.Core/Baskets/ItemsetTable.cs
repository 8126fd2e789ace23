namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Itemsets (products bought together) and the number of baskets that hold each, as flat columns: by length, then the most
/// frequent first, then by product number, whichever way they were found.
/// </summary>
public sealed class ItemsetTable
{
    private readonly int[] _items;
    private readonly int[] _starts;
    private readonly int[] _baskets;

    private ItemsetTable(int[] items, int[] starts, int[] baskets, int totalBaskets, int minBaskets)
    {
        (_items, _starts, _baskets, TotalBaskets, MinBaskets) = (items, starts, baskets, totalBaskets, minBaskets);
        LongestLength = baskets.Length == 0 ? 0 : starts[^1] - starts[^2];
        var lengths = new int[LongestLength + 1];
        for (int i = 0; i < baskets.Length; i++)
        {
            lengths[starts[i + 1] - starts[i]]++;
        }

        CountByLength = lengths;
    }

    public int Count => _baskets.Length;

    /// <summary>The baskets searched.</summary>
    public int TotalBaskets { get; }

    /// <summary>The fewest baskets asked for.</summary>
    public int MinBaskets { get; }

    /// <summary>The number of products in the longest itemset; 0 when there is none.</summary>
    public int LongestLength { get; }

    /// <summary>The number of itemsets with 0, 1, 2, ... products.</summary>
    public IReadOnlyList<int> CountByLength { get; }

    /// <summary>The products of an itemset, ascending.</summary>
    public ReadOnlySpan<int> this[int itemset] => _items.AsSpan(_starts[itemset], _starts[itemset + 1] - _starts[itemset]);

    public int Length(int itemset) => _starts[itemset + 1] - _starts[itemset];

    /// <summary>The baskets that hold all products of an itemset, counted.</summary>
    public int Baskets(int itemset) => _baskets[itemset];

    /// <summary>The share of all baskets that hold all products of an itemset.</summary>
    public double Support(int itemset) => (double)_baskets[itemset] / TotalBaskets;

    internal ItemsetIndex Index() => new(_items, _starts);

    internal static ItemsetTable Of(IReadOnlyList<ItemsetBuilder> parts, int totalBaskets, int minBaskets)
    {
        int count = 0, length = 0;
        foreach (ItemsetBuilder part in parts)
        {
            part.Settle();
            count += part.Count;
            length += part.ItemCount;
        }

        int[] items = new int[length], starts = new int[count + 1], baskets = new int[count];
        int itemset = 0, item = 0;
        foreach (ItemsetBuilder part in parts)
        {
            part.CopyTo(items, starts, baskets, ref itemset, ref item);
        }

        starts[count] = length;
        return Ordered(items, starts, baskets, totalBaskets, minBaskets);
    }

    private static ItemsetTable Ordered(int[] items, int[] starts, int[] baskets, int totalBaskets, int minBaskets)
    {
        int count = baskets.Length;
        var keys = new ulong[count];
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            keys[i] = ((ulong)(starts[i + 1] - starts[i]) << 32) | (uint)(int.MaxValue - baskets[i]);
            order[i] = i;
        }

        Array.Sort(keys, order);
        var byProducts = Comparer<int>.Create((a, b) => items.AsSpan(starts[a], starts[a + 1] - starts[a]).SequenceCompareTo(items.AsSpan(starts[b], starts[b + 1] - starts[b])));
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && keys[to] == keys[from]; to++)
            {
            }

            if (to - from > 1)
            {
                Array.Sort(order, from, to - from, byProducts);
            }
        }

        int[] sortedItems = new int[items.Length], sortedStarts = new int[count + 1], sortedBaskets = new int[count];
        for (int i = 0, at = 0; i < count; i++)
        {
            int from = order[i], length = starts[from + 1] - starts[from];
            items.AsSpan(starts[from], length).CopyTo(sortedItems.AsSpan(at));
            (sortedStarts[i + 1], sortedBaskets[i]) = (at += length, baskets[from]);
        }

        return new ItemsetTable(sortedItems, sortedStarts, sortedBaskets, totalBaskets, minBaskets);
    }
}
