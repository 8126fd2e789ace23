using System.Runtime.InteropServices;

namespace CustomerDashboard.Core.Baskets;

/// <summary>One thread's joining, dropping and counting of <see cref="Apriori"/>.</summary>
internal sealed class AprioriCounter(FrequentItems frequent, int minBaskets)
{
    private readonly CompanionCounter _beside = new(frequent);
    private readonly List<int> _candidates = [];
    private readonly List<int> _places = [];
    private readonly List<int> _ranks = [];
    private readonly List<int> _baskets = [];

    /// <summary>The frequent itemsets one longer that begin with the itemsets from one to another of a level.</summary>
    public AprioriLevel Extend(AprioriLevel level, int from, int to, int[] familyEnds, ItemsetIndex known)
    {
        _ranks.Clear();
        _baskets.Clear();
        for (int itemset = from; itemset < to; itemset++)
        {
            ReadOnlySpan<int> beginning = level[itemset];
            _candidates.Clear();
            if (level.Length == 1)
            {
                // Any pair of frequent products is a candidate, and those seen together are all that can be frequent.
                _beside.CountBeside(itemset);
                _candidates.AddRange(_beside.Seen);
                _candidates.Sort();
            }
            else
            {
                Join(level, itemset, familyEnds[itemset], known);
                if (_candidates.Count > 0)
                {
                    FindBaskets(beginning);
                    _beside.Count(CollectionsMarshal.AsSpan(_places));
                }
            }

            foreach (int last in _candidates)
            {
                if (_beside[last] >= minBaskets)
                {
                    _ranks.AddRange(beginning);
                    _ranks.Add(last);
                    _baskets.Add(_beside[last]);
                }
            }
        }

        return new AprioriLevel(level.Length + 1, [.. _ranks], [.. _baskets]);
    }

    /// <summary>The products that may follow an itemset: those of its family behind it, where every part of the longer itemset is frequent.</summary>
    private void Join(AprioriLevel level, int itemset, int end, ItemsetIndex known)
    {
        Span<int> part = stackalloc int[level.Length];
        for (int other = itemset + 1; other < end; other++)
        {
            int last = level[other][^1];
            bool frequentParts = true;
            // Without either of the last two products it is one of the two that were joined.
            for (int without = 0; without < level.Length - 1 && frequentParts; without++)
            {
                level[itemset][..without].CopyTo(part);
                level[itemset][(without + 1)..].CopyTo(part[without..]);
                part[^1] = last;
                frequentParts = known.Find(part) >= 0;
            }

            if (frequentParts)
            {
                _candidates.Add(last);
            }
        }
    }

    /// <summary>The baskets of the rarest product that hold the others as well.</summary>
    private void FindBaskets(ReadOnlySpan<int> ranks)
    {
        _places.Clear();
        int first = ranks[0];
        for (int place = frequent.ListStarts[first]; place < frequent.ListStarts[first + 1]; place++)
        {
            ReadOnlySpan<int> following = frequent.Following(place);
            int next = 1;
            foreach (int rank in following)
            {
                if (rank >= ranks[next])
                {
                    if (rank > ranks[next] || ++next == ranks.Length)
                    {
                        break;
                    }
                }
            }

            if (next == ranks.Length)
            {
                _places.Add(place);
            }
        }
    }
}
