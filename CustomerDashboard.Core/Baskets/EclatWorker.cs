using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>One thread's part of <see cref="Eclat"/>.</summary>
internal sealed class EclatWorker : IItemsetWorker
{
    private readonly FrequentItems _frequent;
    private readonly ItemsetBuilder _output;
    private readonly ItemsetLimit _limit;
    private readonly int _minBaskets;
    private readonly int _maxLength;
    private readonly CompanionCounter _beside;
    private readonly int[] _slot;
    private readonly int[] _prefix = new int[64];
    private ulong[] _bits = new ulong[4096];
    private int[] _members = new int[256];
    private int _words;
    private CancellationToken _cancellation;

    public EclatWorker(FrequentItems frequent, ItemsetOptions options, ItemsetBuilder output)
    {
        (_frequent, _output, _limit, _minBaskets) = (frequent, output, new ItemsetLimit(options), options.MinBaskets);
        _maxLength = Math.Min(options.MaxLength ?? int.MaxValue, _prefix.Length - 1);
        _beside = new CompanionCounter(frequent);
        _slot = new int[frequent.Count];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Search(int rank, CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        _output.Add([], rank, _frequent.Counts[rank]);
        if (_maxLength < 2)
        {
            return;
        }

        int companions = FindCompanions(rank);
        _prefix[0] = rank;
        for (int i = 0; i < companions; i++)
        {
            _output.Add(_prefix.AsSpan(0, 1), _members[i], _beside[_members[i]]);
        }

        if (companions > 1 && _maxLength > 2)
        {
            FillBits(rank, companions);
            Extend(0, 0, companions, 1);
        }
    }

    /// <summary>The ranks frequent beside one become members, ascending.</summary>
    private int FindCompanions(int rank)
    {
        _beside.CountBeside(rank);
        Room(ref _members, _beside.Seen.Length);
        int kept = 0;
        foreach (int companion in _beside.Seen)
        {
            if (_beside[companion] >= _minBaskets)
            {
                _members[kept++] = companion;
            }
        }

        _members.AsSpan(0, kept).Sort();
        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillBits(int rank, int companions)
    {
        FrequentItems all = _frequent;
        // Whole vectors: the odd bits at the end of a row are 0 and count nothing.
        _words = (((all.Counts[rank] + 63) / 64) + 3) & ~3;
        Room(ref _bits, checked(companions * _words));
        _bits.AsSpan(0, companions * _words).Clear();
        for (int i = 0; i < companions; i++)
        {
            _slot[_members[i]] = i + 1;
        }

        for (int i = all.ListStarts[rank], local = 0; i < all.ListStarts[rank + 1]; i++, local++)
        {
            foreach (int companion in all.Following(i))
            {
                int slot = _slot[companion] - 1;
                if (slot >= 0)
                {
                    _bits[(slot * _words) + (local >> 6)] |= 1UL << (local & 63);
                }
            }
        }

        for (int i = 0; i < companions; i++)
        {
            _slot[_members[i]] = 0;
        }
    }

    /// <summary>
    /// Members [from, from + count) are each frequent with the prefix; every pair of them is tried. The rows of bits of the
    /// members begin at <paramref name="bitsFrom"/>; those of the next level go behind them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Extend(int from, int bitsFrom, int count, int depth)
    {
        int words = _words, next = from + count, nextBits = bitsFrom + (count * words);
        Room(ref _members, next + count);
        Room(ref _bits, checked(nextBits + (count * words)));
        for (int a = 0; a < count - 1; a++)
        {
            _prefix[depth] = _members[from + a];
            int kept = 0;
            for (int b = a + 1; b < count; b++)
            {
                int baskets = Intersect(
                    ref _bits[bitsFrom + (a * words)], ref _bits[bitsFrom + (b * words)], ref _bits[nextBits + (kept * words)], words);
                if (baskets >= _minBaskets)
                {
                    int member = _members[from + b];
                    _members[next + kept++] = member;
                    _output.Add(_prefix.AsSpan(0, depth + 1), member, baskets);
                }
            }

            if (kept > 0)
            {
                _limit.CheckLength(depth + 2);
            }

            if (kept > 1 && depth + 2 < _maxLength)
            {
                Extend(next, nextBits, kept, depth + 1);
            }

            _cancellation.ThrowIfCancellationRequested();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Intersect(ref ulong a, ref ulong b, ref ulong into, int words)
    {
        int count = 0;
        for (nuint i = 0; i < (nuint)words; i += 4)
        {
            Vector256<ulong> both = Vector256.LoadUnsafe(ref a, i) & Vector256.LoadUnsafe(ref b, i);
            both.StoreUnsafe(ref into, i);
            count += BitOperations.PopCount(both[0]) + BitOperations.PopCount(both[1]) + BitOperations.PopCount(both[2]) + BitOperations.PopCount(both[3]);
        }

        return count;
    }

    private static void Room<T>(ref T[] array, int needed)
    {
        if (needed > array.Length)
        {
            Array.Resize(ref array, Math.Max(needed, array.Length * 2));
        }
    }
}
