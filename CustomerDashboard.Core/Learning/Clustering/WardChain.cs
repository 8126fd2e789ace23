using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Ward's tree by chains of nearest neighbours over centroids: two clusters of a and b points are sqrt(2ab / (a + b)) times the
/// distance of their centroids apart. Clusters live in slots kept without gaps; the last one moves into a gap.
/// </summary>
internal sealed unsafe class WardChain
{
    /// <summary>A filter by multiplication lets slightly too much through, so that rounding never hides what the exact division would take.</summary>
    private const double Slack = 1 + 1e-12;

    private readonly int _dimensions;
    private readonly int _stride;
    private readonly double[] _centres;
    private readonly double[] _inverseSizes;
    private readonly double[] _sizes;
    private readonly int[] _leaves;
    private readonly NeighbourChain _chain;
    private int _count;

    public WardChain(Matrix points, int[] weights)
    {
        var columns = new ColumnarPoints(points);
        _dimensions = columns.Dimensions;
        _stride = columns.Stride;
        _count = columns.Count;
        _centres = columns.Values;
        _inverseSizes = new double[_stride];
        _sizes = new double[_stride];
        _leaves = new int[_count];
        _chain = new NeighbourChain(_count);
        for (int slot = 0; slot < _stride; slot++)
        {
            if (slot < _count)
            {
                _sizes[slot] = weights[slot];
                _inverseSizes[slot] = 1.0 / weights[slot];
                _leaves[slot] = slot;
            }
            else
            {
                Vacate(slot);
            }
        }
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
            int top = _chain.Top(first: 0);
            int previous = _chain.Previous;
            int nearest = Nearest(top, previous, out double squared);
            if (nearest != previous)
            {
                _chain.Follow(nearest);
                continue;
            }

            _chain.DropTwo();
            merges[done] = new LeafMerge(_leaves[nearest], _leaves[top], Math.Sqrt(squared));
            Join(Math.Min(nearest, top), Math.Max(nearest, top));
            report.Report(++done);
        }

        return merges;
    }

    /// <summary>The nearest other cluster; the previous of the chain where it is as near as any, so that the chain ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Nearest(int top, int previous, out double squared)
    {
        int nearest = previous;
        double best = previous >= 0 ? Squared(top, previous) : double.PositiveInfinity;
        Vector256<double> own = Vector256.Create(_inverseSizes[top]);
        Vector256<double> bound = Vector256.Create(best / 2 * Slack);
        fixed (double* centres = _centres, inverses = _inverseSizes)
        {
            for (int slot = 0; slot < _count; slot += ColumnarPoints.Group)
            {
                SquaredDistances.OfSixteen(
                    centres + slot,
                    _stride,
                    centres + top,
                    _dimensions,
                    out Vector256<double> distance0,
                    out Vector256<double> distance1,
                    out Vector256<double> distance2,
                    out Vector256<double> distance3,
                    centreStride: _stride);

                // The threshold is multiplied up instead of dividing every distance; what passes is compared exactly.
                uint near = Vector256.LessThanOrEqual(distance0, bound * (own + Vector256.Load(inverses + slot))).ExtractMostSignificantBits()
                    | (Vector256.LessThanOrEqual(distance1, bound * (own + Vector256.Load(inverses + slot + 4))).ExtractMostSignificantBits() << 4)
                    | (Vector256.LessThanOrEqual(distance2, bound * (own + Vector256.Load(inverses + slot + 8))).ExtractMostSignificantBits() << 8)
                    | (Vector256.LessThanOrEqual(distance3, bound * (own + Vector256.Load(inverses + slot + 12))).ExtractMostSignificantBits() << 12);
                for (; near != 0; near &= near - 1)
                {
                    int candidate = slot + BitOperations.TrailingZeroCount(near);
                    double distance = candidate == top || candidate >= _count ? double.PositiveInfinity : Squared(top, candidate);
                    if (distance < best)
                    {
                        best = distance;
                        nearest = candidate;
                        bound = Vector256.Create(best / 2 * Slack);
                    }
                }
            }
        }

        squared = best;
        return nearest;
    }

    private double Squared(int first, int second)
    {
        double sum = 0;
        for (int i = 0; i < _centres.Length; i += _stride)
        {
            double difference = _centres[i + first] - _centres[i + second];
            sum += difference * difference;
        }

        return 2 * sum / (_inverseSizes[first] + _inverseSizes[second]);
    }

    private void Join(int kept, int gone)
    {
        double size = _sizes[kept] + _sizes[gone];
        for (int i = 0; i < _centres.Length; i += _stride)
        {
            _centres[i + kept] += (_centres[i + gone] - _centres[i + kept]) * (_sizes[gone] / size);
        }

        _sizes[kept] = size;
        _inverseSizes[kept] = 1 / size;
        int last = --_count;
        if (gone != last)
        {
            for (int i = 0; i < _centres.Length; i += _stride)
            {
                _centres[i + gone] = _centres[i + last];
            }

            _sizes[gone] = _sizes[last];
            _inverseSizes[gone] = _inverseSizes[last];
            _leaves[gone] = _leaves[last];
            _chain.Rename(last, gone);
        }

        Vacate(last);
    }

    /// <summary>An empty slot is infinitely far from all others, so that whole vectors can be compared.</summary>
    private void Vacate(int slot)
    {
        for (int i = 0; i < _centres.Length; i += _stride)
        {
            _centres[i + slot] = double.PositiveInfinity;
        }
    }
}
