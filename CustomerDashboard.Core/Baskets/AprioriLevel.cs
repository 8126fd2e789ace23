namespace CustomerDashboard.Core.Baskets;

/// <summary>All frequent itemsets of one length as ranks, in lexicographic order.</summary>
internal sealed record AprioriLevel(int Length, int[] Ranks, int[] Baskets)
{
    public int Count => Baskets.Length;

    public ReadOnlySpan<int> this[int itemset] => Ranks.AsSpan(itemset * Length, Length);

    public static AprioriLevel First(FrequentItems frequent)
    {
        var ranks = new int[frequent.Count];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            ranks[rank] = rank;
        }

        return new AprioriLevel(1, ranks, frequent.Counts);
    }

    public static AprioriLevel Join(AprioriLevel[] parts, int length)
    {
        int count = 0;
        foreach (AprioriLevel part in parts)
        {
            count += part.Count;
        }

        int[] ranks = new int[count * length], baskets = new int[count];
        int at = 0;
        foreach (AprioriLevel part in parts)
        {
            part.Ranks.CopyTo(ranks, at * length);
            part.Baskets.CopyTo(baskets, at);
            at += part.Count;
        }

        return new AprioriLevel(length, ranks, baskets);
    }

    /// <summary>For each itemset, where those that differ from it in the last product only end.</summary>
    public int[] FamilyEnds()
    {
        var ends = new int[Count];
        for (int i = Count - 1; i >= 0; i--)
        {
            ends[i] = i + 1 < Count && this[i][..^1].SequenceEqual(this[i + 1][..^1]) ? ends[i + 1] : i + 1;
        }

        return ends;
    }

    public ItemsetIndex Index()
    {
        var starts = new int[Count + 1];
        for (int i = 0; i < Count; i++)
        {
            starts[i + 1] = starts[i] + Length;
        }

        return new ItemsetIndex(Ranks, starts);
    }

    public void AddTo(ItemsetBuilder output)
    {
        for (int i = 0; i < Count; i++)
        {
            output.Add(this[i][..^1], this[i][^1], Baskets[i]);
        }
    }
}
