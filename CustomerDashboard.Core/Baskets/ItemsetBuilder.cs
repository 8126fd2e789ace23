namespace CustomerDashboard.Core.Baskets;

/// <summary>Gathers the itemsets one thread finds; several share one limit.</summary>
internal sealed class ItemsetBuilder(ItemsetLimit limit, int[] products)
{
    private const int Batch = 1024;

    private int[] _items = new int[256];
    private int[] _starts = new int[64];
    private int[] _counts = new int[64];
    private int _pending;

    public int Count { get; private set; }

    public int ItemCount => _starts[Count];

    /// <summary>Adds the itemset of a prefix and one more rank.</summary>
    public void Add(ReadOnlySpan<int> prefix, int last, int baskets)
    {
        int at = _starts[Count], end = at + prefix.Length + 1;
        if (end > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(end, _items.Length * 2));
        }

        for (int i = 0; i < prefix.Length; i++)
        {
            _items[at + i] = products[prefix[i]];
        }

        _items[end - 1] = products[last];
        _items.AsSpan(at, end - at).Sort();
        _counts[Count++] = baskets;
        if (Count + 1 >= _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
            Array.Resize(ref _counts, _starts.Length);
        }

        _starts[Count] = end;
        if (++_pending == Batch)
        {
            Settle();
        }
    }

    /// <summary>Counts what was added against the limit.</summary>
    public void Settle()
    {
        limit.Add(_pending);
        _pending = 0;
    }

    public void CopyTo(int[] items, int[] starts, int[] counts, ref int itemset, ref int item)
    {
        _items.AsSpan(0, ItemCount).CopyTo(items.AsSpan(item));
        for (int i = 0; i < Count; i++)
        {
            starts[itemset + i] = item + _starts[i];
            counts[itemset + i] = _counts[i];
        }

        itemset += Count;
        item += ItemCount;
    }
}
