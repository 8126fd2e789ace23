namespace CustomerDashboard.Core.Baskets;

/// <summary>Looks up the baskets of every part of an itemset. One per thread.</summary>
internal sealed class ItemsetParts(ItemsetTable itemsets)
{
    private readonly ItemsetIndex _index = itemsets.Index();
    private int[] _counts = new int[64];
    private readonly int[] _part = new int[32];

    /// <summary>The baskets of each part of an itemset: entry m is for the products whose bits are set in m. Valid until the next call.</summary>
    public ReadOnlySpan<int> Count(int itemset)
    {
        ReadOnlySpan<int> products = itemsets[itemset];
        int parts = 1 << products.Length;
        if (_counts.Length < parts)
        {
            _counts = new int[parts];
        }

        _counts[0] = itemsets.TotalBaskets;
        for (int mask = 1; mask < parts; mask++)
        {
            int length = 0;
            for (int i = 0; i < products.Length; i++)
            {
                _part[length] = products[i];
                length += mask >> i & 1;
            }

            _counts[mask] = itemsets.Baskets(_index.Find(_part.AsSpan(0, length)));
        }

        return _counts.AsSpan(0, parts);
    }
}
