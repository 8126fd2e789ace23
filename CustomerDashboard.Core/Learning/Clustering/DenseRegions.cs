using System.Numerics;
using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The core points of DBSCAN and how they hang together. Leaves of the tree are compared whole, sixteen points with sixteen;
/// a leaf whose core points are one set already needs only one of them near to join the rest.
/// </summary>
internal sealed unsafe class DenseRegions
{
    private const int LeavesPerPiece = 16;

    private readonly KdTree _tree;
    private readonly double _squaredRadius;
    private readonly int? _degreeOfParallelism;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly bool[] _isOneSet;

    public DenseRegions(KdTree tree, DbscanOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _tree = tree;
        _squaredRadius = options.Epsilon * options.Epsilon;
        _degreeOfParallelism = options.DegreeOfParallelism;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _isOneSet = new bool[tree.LeafCount];
        CoreMasks = new uint[tree.LeafCount];
        Sets = new DisjointSets(tree.Count);
        ForEachLeaf((leaf, near) => CoreMasks[leaf] = FindCore(leaf, near, options.MinPoints), 0, 0.5);
        ForEachLeaf((leaf, _) => JoinWithin(leaf), 0.5, 0.55);
        ForEachLeaf(JoinNeighbours, 0.55, 1);
    }

    /// <summary>For each leaf, as bits, which of its points have enough neighbours.</summary>
    public uint[] CoreMasks { get; }

    /// <summary>The sets of core points, by position in the tree, that can be reached from each other.</summary>
    public DisjointSets Sets { get; }

    private void ForEachLeaf(Action<int, int[]> body, double from, double to)
    {
        int done = 0;
        int pieces = (_tree.LeafCount + LeavesPerPiece - 1) / LeavesPerPiece;
        ParallelWork.Run(
            pieces,
            _degreeOfParallelism,
            piece =>
            {
                int[] near = System.Buffers.ArrayPool<int>.Shared.Rent(_tree.LeafCount);
                for (int leaf = piece * LeavesPerPiece; leaf < Math.Min(_tree.LeafCount, (piece + 1) * LeavesPerPiece); leaf++)
                {
                    body(leaf, near);
                }

                System.Buffers.ArrayPool<int>.Shared.Return(near);
                double share = (double)Interlocked.Increment(ref done) / pieces;
                _progress?.Report(new WorkProgress("Finding dense places", from + (share * (to - from)), (long)(share * _tree.Count), "points"));
            },
            _cancellationToken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint FindCore(int leaf, int[] near, int minPoints)
    {
        int lanes = Math.Min(KdTree.LeafSize, _tree.Count - (leaf * KdTree.LeafSize));
        uint all = (1u << lanes) - 1;
        uint core = 0;
        long* counts = stackalloc long[KdTree.LeafSize];
        new Span<long>(counts, KdTree.LeafSize).Clear();
        int found = _tree.LeavesWithin(leaf, _squaredRadius, near);
        fixed (double* leaves = _tree.Leaves, box = _tree.Box(_tree.LeafNodes[leaf]))
        {
            double* own = leaves + _tree.LeafStart(leaf);
            for (int i = 0; i < found && core != all; i++)
            {
                double* others = leaves + _tree.LeafStart(near[i]);
                uint close = LeafDistances.WithinOfBox(others, _tree.Dimensions, box, _squaredRadius);
                if (close == 0)
                {
                    continue;
                }

                LeafDistances.CountWithin(others, close, _tree.Dimensions, own, _squaredRadius, counts);
                core = 0;
                for (int lane = 0; lane < lanes; lane++)
                {
                    core |= counts[lane] >= minPoints ? 1u << lane : 0;
                }
            }
        }

        return core;
    }

    private void JoinWithin(int leaf)
    {
        if (CoreMasks[leaf] == 0)
        {
            return;
        }

        JoinLeaves(leaf, leaf);
        int first = (leaf * KdTree.LeafSize) + BitOperations.TrailingZeroCount(CoreMasks[leaf]);
        int root = Sets.Find(first);
        bool one = true;
        for (uint rest = CoreMasks[leaf]; rest != 0; rest &= rest - 1)
        {
            one &= Sets.Find((leaf * KdTree.LeafSize) + BitOperations.TrailingZeroCount(rest)) == root;
        }

        _isOneSet[leaf] = one;
    }

    private void JoinNeighbours(int leaf, int[] near)
    {
        if (CoreMasks[leaf] == 0)
        {
            return;
        }

        int found = _tree.LeavesWithin(leaf, _squaredRadius, near);
        int first = (leaf * KdTree.LeafSize) + BitOperations.TrailingZeroCount(CoreMasks[leaf]);
        for (int i = 0; i < found; i++)
        {
            int other = near[i];
            if (other <= leaf || CoreMasks[other] == 0)
            {
                continue;
            }

            int otherFirst = (other * KdTree.LeafSize) + BitOperations.TrailingZeroCount(CoreMasks[other]);
            if (!_isOneSet[leaf] || !_isOneSet[other] || Sets.Find(first) != Sets.Find(otherFirst))
            {
                JoinLeaves(leaf, other);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void JoinLeaves(int leaf, int other)
    {
        fixed (double* leaves = _tree.Leaves, box = _tree.Box(_tree.LeafNodes[leaf]))
        {
            double* own = leaves + _tree.LeafStart(leaf);
            double* others = leaves + _tree.LeafStart(other);
            uint close = CoreMasks[other] & LeafDistances.WithinOfBox(others, _tree.Dimensions, box, _squaredRadius);
            for (uint rest = close; rest != 0; rest &= rest - 1)
            {
                int lane = BitOperations.TrailingZeroCount(rest);
                uint near = LeafDistances.Within(others, lane, _tree.Dimensions, own, _squaredRadius) & CoreMasks[leaf];
                for (; near != 0; near &= near - 1)
                {
                    Sets.Join((other * KdTree.LeafSize) + lane, (leaf * KdTree.LeafSize) + BitOperations.TrailingZeroCount(near));
                    if (_isOneSet[leaf])
                    {
                        if (_isOneSet[other])
                        {
                            return;
                        }

                        break;
                    }
                }
            }
        }
    }
}
