namespace CustomerDashboard.Core.Baskets;

/// <summary>Counts itemsets among the baskets from a place on, each once.</summary>
internal sealed class LaterBaskets(BasketTable table, ItemsetTable itemsets, int from)
{
    private readonly ItemsetIndex _index = itemsets.Index();
    private readonly int[] _counts = Unknown(itemsets.Count);
    private readonly Dictionary<int, ulong[]> _bits = [];
    private readonly int[] _products = new int[64];

    /// <summary>The later baskets that hold the products of both lists.</summary>
    public int Of(int[] some, int[] others)
    {
        some.CopyTo(_products, 0);
        others.CopyTo(_products, some.Length);
        Span<int> products = _products.AsSpan(0, some.Length + others.Length);
        products.Sort();
        ref int known = ref _counts[_index.Find(products)];
        return known >= 0 ? known : known = Count(products);
    }

    private int Count(ReadOnlySpan<int> products)
    {
        int rarest = products[0];
        foreach (int product in products)
        {
            rarest = table.ProductBaskets[product] < table.ProductBaskets[rarest] ? product : rarest;
        }

        ReadOnlySpan<int> baskets = table.BasketsWith(rarest);
        int start = baskets.BinarySearch(from);
        baskets = baskets[(start < 0 ? ~start : start)..];
        if (products.Length == 1)
        {
            return baskets.Length;
        }

        int count = 0;
        foreach (int basket in baskets)
        {
            bool all = true;
            foreach (int product in products)
            {
                all &= (Bits(product)[(basket - from) >> 6] >> ((basket - from) & 63) & 1) != 0;
            }

            count += all ? 1 : 0;
        }

        return count;
    }

    private ulong[] Bits(int product)
    {
        if (!_bits.TryGetValue(product, out ulong[]? bits))
        {
            bits = new ulong[(table.Count - from + 63) / 64];
            foreach (int basket in table.BasketsWith(product))
            {
                if (basket >= from)
                {
                    bits[(basket - from) >> 6] |= 1UL << ((basket - from) & 63);
                }
            }

            _bits.Add(product, bits);
        }

        return bits;
    }

    private static int[] Unknown(int count)
    {
        var counts = new int[count];
        Array.Fill(counts, -1);
        return counts;
    }
}
