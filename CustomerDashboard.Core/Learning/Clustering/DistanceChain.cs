using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// A tree by chains of nearest neighbours over the distances of all pairs, which are overwritten as clusters are joined. When a third of
/// the clusters are gone, the rest move together, so that the scans stay within near memory.
/// </summary>
internal sealed class DistanceChain<TFormula>
    where TFormula : struct, ILinkageFormula
{
    private const int FewestToPack = 128;

    private readonly float[] _distances;
    private readonly double[] _sizes;
    private readonly int[] _leaves;
    private readonly int[] _alive;
    private readonly int[] _rows;
    private readonly NeighbourChain _chain;
    private int _count;
    private int _slots;

    public DistanceChain(CondensedDistances distances, int[] weights)
    {
        _distances = distances.Values;
        _count = distances.Count;
        _sizes = new double[_count];
        _leaves = new int[_count];
        _alive = new int[_count];
        _rows = new int[_count];
        _chain = new NeighbourChain(_count);
        for (int slot = 0; slot < _count; slot++)
        {
            _sizes[slot] = weights[slot];
            _leaves[slot] = slot;
            _alive[slot] = slot;
        }

        SetSlots(_count);
    }

    /// <summary>The n - 1 merges, in the order in which mutual neighbours were met.</summary>
    public LeafMerge[] Run(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var merges = new LeafMerge[_count - 1];
        var report = new MergeProgress(progress, merges.Length);
        int done = 0;
        while (_count > 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int top = _chain.Top(_alive[0]);
            int previous = _chain.Previous;
            int nearest = Nearest(top, previous, out float distance);
            if (nearest != previous)
            {
                _chain.Follow(nearest);
                continue;
            }

            _chain.DropTwo();
            merges[done] = new LeafMerge(_leaves[nearest], _leaves[top], distance);
            Join(Math.Min(nearest, top), Math.Max(nearest, top), distance);
            report.Report(++done);
            if (_count <= _slots / 3 * 2 && _count >= FewestToPack)
            {
                Pack();
            }
        }

        return merges;
    }

    /// <summary>The nearest other cluster; the previous of the chain where it is as near as any, so that the chain ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Nearest(int top, int previous, out float distance)
    {
        ReadOnlySpan<int> alive = _alive.AsSpan(0, _count);
        float[] distances = _distances;
        int[] rows = _rows;
        int nearest = previous;
        float best = previous >= 0 ? distances[Index(top, previous)] : float.PositiveInfinity;
        int i = 0;
        for (; alive[i] < top; i++)
        {
            float candidate = distances[rows[alive[i]] + top];
            if (candidate < best)
            {
                best = candidate;
                nearest = alive[i];
            }
        }

        int row = rows[top];
        for (i++; i < alive.Length; i++)
        {
            float candidate = distances[row + alive[i]];
            if (candidate < best)
            {
                best = candidate;
                nearest = alive[i];
            }
        }

        distance = best;
        return nearest;
    }

    /// <summary>Joins two clusters into the second, whose slot is the higher.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Join(int gone, int kept, float apart)
    {
        double keptSize = _sizes[kept];
        double goneSize = _sizes[gone];
        int place = Array.BinarySearch(_alive, 0, _count, gone);
        _count--;
        Array.Copy(_alive, place + 1, _alive, place, _count - place);

        float[] distances = _distances;
        int[] rows = _rows;
        ReadOnlySpan<int> alive = _alive.AsSpan(0, _count);
        int i = 0;
        for (; i < place; i++)
        {
            int row = rows[alive[i]];
            ref float toKept = ref distances[row + kept];
            toKept = TFormula.Join(toKept, distances[row + gone], apart, keptSize, goneSize, _sizes[alive[i]]);
        }

        int goneRow = rows[gone];
        for (; alive[i] < kept; i++)
        {
            ref float toKept = ref distances[rows[alive[i]] + kept];
            toKept = TFormula.Join(toKept, distances[goneRow + alive[i]], apart, keptSize, goneSize, _sizes[alive[i]]);
        }

        int keptRow = rows[kept];
        for (i++; i < alive.Length; i++)
        {
            ref float toKept = ref distances[keptRow + alive[i]];
            toKept = TFormula.Join(toKept, distances[goneRow + alive[i]], apart, keptSize, goneSize, _sizes[alive[i]]);
        }

        _sizes[kept] = keptSize + goneSize;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack()
    {
        var before = (int[])_rows.Clone();
        SetSlots(_count);
        for (int first = 0; first < _count; first++)
        {
            int row = before[_alive[first]];
            for (int second = first + 1; second < _count; second++)
            {
                _distances[_rows[first] + second] = _distances[row + _alive[second]];
            }
        }

        for (int slot = 0; slot < _count; slot++)
        {
            int from = _alive[slot];
            if (from != slot)
            {
                _sizes[slot] = _sizes[from];
                _leaves[slot] = _leaves[from];
                _chain.Rename(from, slot);
                _alive[slot] = slot;
            }
        }
    }

    /// <summary>The pair of slots a &lt; b stands at _rows[a] + b.</summary>
    private void SetSlots(int slots)
    {
        _slots = slots;
        for (int slot = 0; slot < slots; slot++)
        {
            _rows[slot] = (int)(((long)slot * ((2L * slots) - slot - 1) / 2) - slot - 1);
        }
    }

    private int Index(int first, int second) => first < second ? _rows[first] + second : _rows[second] + first;
}
