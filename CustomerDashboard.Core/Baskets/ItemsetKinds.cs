namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Which itemsets are closed (no larger one is in as many baskets; N. Pasquier and others, ICDT 1999) and which are maximal (no larger one
/// is frequent at all; R. Bayardo, SIGMOD 1998). The closed ones with their counts say all there is to say about the others.
/// Of the longest length searched for, every itemset counts as both.
/// </summary>
public sealed class ItemsetKinds
{
    private readonly bool[] _hasEqual;
    private readonly bool[] _hasLarger;

    private ItemsetKinds(bool[] hasEqual, bool[] hasLarger)
    {
        (_hasEqual, _hasLarger) = (hasEqual, hasLarger);
        Closed = hasEqual.AsSpan().Count(false);
        Maximal = hasLarger.AsSpan().Count(false);
    }

    /// <summary>The number of closed itemsets.</summary>
    public int Closed { get; }

    /// <summary>The number of maximal itemsets, all of which are closed.</summary>
    public int Maximal { get; }

    public bool IsClosed(int itemset) => !_hasEqual[itemset];

    public bool IsMaximal(int itemset) => !_hasLarger[itemset];

    /// <summary>Looks at every itemset without one of its products. O(sum of lengths squared).</summary>
    public static ItemsetKinds Of(ItemsetTable itemsets)
    {
        ArgumentNullException.ThrowIfNull(itemsets);
        ItemsetIndex index = itemsets.Index();
        var hasEqual = new bool[itemsets.Count];
        var hasLarger = new bool[itemsets.Count];
        Span<int> part = new int[Math.Max(1, itemsets.LongestLength)];
        for (int itemset = 0; itemset < itemsets.Count; itemset++)
        {
            ReadOnlySpan<int> products = itemsets[itemset];
            for (int without = 0; without < products.Length && products.Length > 1; without++)
            {
                products[..without].CopyTo(part);
                products[(without + 1)..].CopyTo(part[without..]);
                int smaller = index.Find(part[..(products.Length - 1)]);
                hasLarger[smaller] = true;
                hasEqual[smaller] |= itemsets.Baskets(smaller) == itemsets.Baskets(itemset);
            }
        }

        return new ItemsetKinds(hasEqual, hasLarger);
    }
}
