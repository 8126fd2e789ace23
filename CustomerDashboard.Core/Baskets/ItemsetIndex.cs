using System.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>Finds an itemset by its products, which stand in flat columns and in the same order in all. An open hash table.</summary>
internal sealed class ItemsetIndex
{
    private readonly int[] _items;
    private readonly int[] _starts;
    private readonly int[] _slots;

    /// <param name="items">The products of all itemsets, one after the other.</param>
    /// <param name="starts">Itemset i is items[starts[i]..starts[i + 1]].</param>
    public ItemsetIndex(int[] items, int[] starts)
    {
        (_items, _starts) = (items, starts);
        _slots = new int[Math.Max(4, BitOperations.RoundUpToPowerOf2((uint)starts.Length * 2))];
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            int at = Hash(this[i]) & (_slots.Length - 1);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (_slots.Length - 1);
            }

            _slots[at] = i + 1;
        }
    }

    private ReadOnlySpan<int> this[int itemset] => _items.AsSpan(_starts[itemset], _starts[itemset + 1] - _starts[itemset]);

    /// <summary>The number of the itemset, or -1.</summary>
    public int Find(ReadOnlySpan<int> products)
    {
        int slot;
        for (int at = Hash(products) & (_slots.Length - 1); (slot = _slots[at]) != 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (this[slot - 1].SequenceEqual(products))
            {
                return slot - 1;
            }
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<int> products)
    {
        ulong hash = 0;
        foreach (int product in products)
        {
            hash = (hash ^ (uint)product) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }

        return (int)(hash >> 32);
    }
}
