using System.Numerics;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// A minimum spanning tree under the mutual reachability distance max(core(a), core(b), d(a, b)), by the rounds of O. Borůvka
/// (1926) on a k-d tree (W. B. March et al., "Fast Euclidean minimum spanning tree", KDD 2010): in each round every part of the
/// forest is joined to the one nearest to it. Which of several equally short trees is found may vary; the groups that
/// are connected below any distance are the same in all of them.
/// </summary>
internal sealed class ReachabilityTree
{
    private const int LeavesPerPiece = 16;

    private readonly KdTree _tree;
    private readonly Neighbourhoods _neighbourhoods;
    private readonly double[] _core;
    private readonly double[] _nodeCore;
    private readonly int[] _nodePart;
    private readonly int[] _part;
    private readonly DisjointSets _sets;

    // For each point the nearest point of another part, as far as known, and what its distance is at least.
    private readonly int[] _candidate;
    private readonly double[] _atLeast;
    private readonly double[] _partBest;

    private ReachabilityTree(KdTree tree, Neighbourhoods neighbourhoods)
    {
        _tree = tree;
        _neighbourhoods = neighbourhoods;
        _core = neighbourhoods.SquaredReach;
        _nodeCore = new double[(2 * tree.LeafCount) - 1];
        _nodePart = new int[_nodeCore.Length];
        _part = new int[tree.Count];
        _sets = new DisjointSets(tree.Count);
        _candidate = new int[tree.Count];
        Array.Fill(_candidate, -1);
        _atLeast = (double[])_core.Clone();
        _partBest = new double[tree.Count];
        LeastCore(0, 0, tree.LeafCount);
    }

    /// <summary>The n - 1 edges, with the square roots of the squared distances, in no particular order.</summary>
    public static ReachabilityEdge[] Build(
        KdTree tree, Neighbourhoods neighbourhoods, int? degreeOfParallelism, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var edges = new List<ReachabilityEdge>(tree.Count);
        var search = new ReachabilityTree(tree, neighbourhoods);
        while (edges.Count < tree.Count - 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            search.BeginRound();
            ParallelWork.Run(
                (tree.LeafCount + LeavesPerPiece - 1) / LeavesPerPiece, degreeOfParallelism, search.SearchPiece, cancellationToken);
            search.JoinParts(edges);
            progress?.Report(new WorkProgress("Connecting points", (double)edges.Count / (tree.Count - 1), edges.Count, "points"));
        }

        return [.. edges];
    }

    /// <summary>Notes which points are together by now and which nearest points found before still hold.</summary>
    private void BeginRound()
    {
        Array.Fill(_partBest, double.PositiveInfinity);
        for (int position = 0; position < _part.Length; position++)
        {
            _part[position] = _sets.Find(position);
        }

        CommonPart(0, 0, _tree.LeafCount);
        for (int position = 0; position < _part.Length; position++)
        {
            int part = _part[position];
            if (_candidate[position] >= 0 && _part[_candidate[position]] == part)
            {
                _candidate[position] = -1;
            }

            // No point can be nearer than the core distance, so a neighbour that reaches it settles the matter.
            if (_candidate[position] < 0 && _atLeast[position] == _core[position])
            {
                foreach (int neighbour in _neighbourhoods.Nearest(position))
                {
                    if (_part[neighbour] != part && _core[neighbour] <= _core[position])
                    {
                        _candidate[position] = neighbour;
                        break;
                    }
                }
            }

            if (_candidate[position] >= 0)
            {
                _partBest[part] = Math.Min(_partBest[part], _atLeast[position]);
            }
        }
    }

    private void SearchPiece(int piece)
    {
        Span<double> place = new double[_tree.Dimensions];
        int end = Math.Min(_tree.Count, (piece + 1) * LeavesPerPiece * KdTree.LeafSize);
        for (int position = piece * LeavesPerPiece * KdTree.LeafSize; position < end; position++)
        {
            ref double best = ref _partBest[_part[position]];
            if (_candidate[position] >= 0 || _atLeast[position] >= Volatile.Read(ref best))
            {
                continue;
            }

            _tree.CopyPoint(position, place);
            var visitor = new Visitor(this, position);
            _tree.Search(place, ref visitor);
            Lower(ref best, visitor.Best);
            double known = Volatile.Read(ref best);

            // What was pruned is at least as far as the best of the part, so a find beyond that may not be the nearest.
            _candidate[position] = visitor.Best <= known ? visitor.Found : -1;
            _atLeast[position] = Math.Max(_atLeast[position], Math.Min(visitor.Best, known));
        }
    }

    private void JoinParts(List<ReachabilityEdge> edges)
    {
        for (int position = 0; position < _part.Length; position++)
        {
            if (_candidate[position] >= 0 && _atLeast[position] == _partBest[_part[position]])
            {
                // One edge per part; a part that was joined already must not be joined to the same one again.
                _partBest[_part[position]] = double.NaN;
                if (_sets.Join(position, _candidate[position]))
                {
                    edges.Add(new ReachabilityEdge(position, _candidate[position], Math.Sqrt(_atLeast[position])));
                }
            }
        }
    }

    private static void Lower(ref double target, double value)
    {
        double current = Volatile.Read(ref target);
        while (value < current)
        {
            double seen = Interlocked.CompareExchange(ref target, value, current);
            if (seen == current)
            {
                return;
            }

            current = seen;
        }
    }

    private double LeastCore(int node, int firstLeaf, int endLeaf)
    {
        double least = double.PositiveInfinity;
        if (endLeaf - firstLeaf == 1)
        {
            for (int position = firstLeaf * KdTree.LeafSize; position < Math.Min(_tree.Count, endLeaf * KdTree.LeafSize); position++)
            {
                least = Math.Min(least, _core[position]);
            }
        }
        else
        {
            int middle = KdTree.Middle(firstLeaf, endLeaf);
            least = Math.Min(LeastCore(node + 1, firstLeaf, middle), LeastCore(node + KdTree.RightOffset(firstLeaf, endLeaf), middle, endLeaf));
        }

        _nodeCore[node] = least;
        return least;
    }

    /// <summary>Finds the part that all points of a node are in, -1 when there are several.</summary>
    private int CommonPart(int node, int firstLeaf, int endLeaf)
    {
        int common;
        if (endLeaf - firstLeaf == 1)
        {
            int start = firstLeaf * KdTree.LeafSize;
            ReadOnlySpan<int> parts = _part.AsSpan(start, Math.Min(_tree.Count - start, KdTree.LeafSize));
            common = parts.ContainsAnyExcept(parts[0]) ? -1 : parts[0];
        }
        else
        {
            int middle = KdTree.Middle(firstLeaf, endLeaf);
            int left = CommonPart(node + 1, firstLeaf, middle);
            int right = CommonPart(node + KdTree.RightOffset(firstLeaf, endLeaf), middle, endLeaf);
            common = left == right ? left : -1;
        }

        _nodePart[node] = common;
        return common;
    }

    private unsafe struct Visitor : ILeafVisitor
    {
        private readonly ReachabilityTree _search;
        private readonly int _ownPart;
        private readonly double _ownCore;

        public Visitor(ReachabilityTree search, int position)
        {
            _search = search;
            _ownPart = search._part[position];
            _ownCore = search._core[position];
        }

        public double Best { get; private set; } = double.PositiveInfinity;

        public int Found { get; private set; } = -1;

        // Only what is nearer than the best is of use, and nothing is nearer than the core distance.
        public readonly double Bound
        {
            get
            {
                double best = Math.Min(Best, Volatile.Read(ref _search._partBest[_ownPart]));
                return best <= _ownCore ? -1 : Math.BitDecrement(best);
            }
        }

        public readonly bool Skips(int node) => _search._nodePart[node] == _ownPart || _search._nodeCore[node] > Bound;

        public void Visit(int firstPosition, uint near, double* squares)
        {
            for (; near != 0; near &= near - 1)
            {
                int lane = BitOperations.TrailingZeroCount(near);
                int position = firstPosition + lane;
                double reach = Math.Max(squares[lane], Math.Max(_ownCore, _search._core[position]));
                if (reach < Best && _search._part[position] != _ownPart)
                {
                    Best = reach;
                    Found = position;
                }
            }
        }
    }
}
