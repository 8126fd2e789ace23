using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Baskets;

/// <summary>Counts which products are found beside one in chosen baskets. One per thread.</summary>
internal sealed class CompanionCounter(FrequentItems frequent)
{
    private readonly int[] _counts = new int[frequent.Count];
    private int[] _seen = new int[64];
    private int _seenCount;

    /// <summary>The baskets counted last that hold a rank.</summary>
    public int this[int rank] => _counts[rank];

    /// <summary>The ranks found, in no order.</summary>
    public ReadOnlySpan<int> Seen => _seen.AsSpan(0, _seenCount);

    /// <summary>Counts afresh the ranks that follow a place (an index into <see cref="FrequentItems.Baskets"/>) in its basket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ReadOnlySpan<int> places)
    {
        Clear();
        foreach (int place in places)
        {
            Add(place);
        }
    }

    /// <summary>Counts afresh the greater ranks in all baskets of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CountBeside(int rank)
    {
        Clear();
        for (int place = frequent.ListStarts[rank]; place < frequent.ListStarts[rank + 1]; place++)
        {
            Add(place);
        }
    }

    private void Clear()
    {
        foreach (int rank in Seen)
        {
            _counts[rank] = 0;
        }

        _seenCount = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int place)
    {
        ReadOnlySpan<int> following = frequent.Following(place);
        if (_seenCount + following.Length > _seen.Length)
        {
            Array.Resize(ref _seen, Math.Max(_seen.Length * 2, _seenCount + following.Length));
        }

        foreach (int rank in following)
        {
            if (_counts[rank]++ == 0)
            {
                _seen[_seenCount++] = rank;
            }
        }
    }
}
