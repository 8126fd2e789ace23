using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The minimum spanning tree of points by R. C. Prim ("Shortest connection networks and some generalizations", 1957); its edges,
/// the shortest first, are the merges of single linkage (J. C. Gower, G. J. S. Ross, 1969). O(n^2 d) time, O(n d) memory.
/// </summary>
internal static class SpanningTree
{
    /// <summary>Writes the distances of the point in one slot to those in all slots below it.</summary>
    private delegate void DistanceRow(int slot, Span<double> distances);

    /// <summary>The tree by straight-line distance.</summary>
    public static LeafMerge[] Of(Matrix points, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var columns = new ColumnarPoints(points);
        LeafMerge[] merges = Grow(
            points.Rows,
            (slot, distances) => CondensedDistances.SquaredDistances(columns, slot, 0, distances),
            (taken, last) =>
            {
                for (int i = 0; i < columns.Values.Length; i += columns.Stride)
                {
                    (columns.Values[i + taken], columns.Values[i + last]) = (columns.Values[i + last], columns.Values[i + taken]);
                }
            },
            progress,
            cancellationToken);
        for (int i = 0; i < merges.Length; i++)
        {
            merges[i] = merges[i] with { Height = Math.Sqrt(merges[i].Height) };
        }

        return merges;
    }

    /// <summary>The tree by given distances.</summary>
    public static LeafMerge[] Of(CondensedDistances given, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var points = new int[given.Count];
        for (int point = 0; point < points.Length; point++)
        {
            points[point] = point;
        }

        return Grow(
            given.Count,
            (slot, distances) =>
            {
                for (int other = 0; other < distances.Length; other++)
                {
                    distances[other] = given[points[slot], points[other]];
                }
            },
            (taken, last) => (points[taken], points[last]) = (points[last], points[taken]),
            progress,
            cancellationToken);
    }

    // Points not yet in the tree stand in the first slots, the one that joined it last stands behind them.
    private static LeafMerge[] Grow(
        int points, DistanceRow distancesFrom, Action<int, int> swap, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var leaves = new int[points];
        var nearest = new double[points];
        var neighbours = new int[points];
        var distances = new double[points];
        for (int slot = 0; slot < points; slot++)
        {
            leaves[slot] = slot;
            nearest[slot] = double.PositiveInfinity;
        }

        var merges = new LeafMerge[points - 1];
        var report = new MergeProgress(progress, merges.Length);
        for (int open = points - 1; open > 0; open--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            distancesFrom(open, distances.AsSpan(0, open));
            int taken = Lower(distances.AsSpan(0, open), leaves[open], nearest, neighbours);
            int last = open - 1;
            merges[last] = new LeafMerge(neighbours[taken], leaves[taken], nearest[taken]);
            swap(taken, last);
            (leaves[taken], leaves[last]) = (leaves[last], leaves[taken]);
            nearest[taken] = nearest[last];
            neighbours[taken] = neighbours[last];
            report.Report(points - open);
        }

        return merges;
    }

    /// <summary>Notes which points the newest one is nearer to than the tree was.</summary>
    /// <returns>The slot nearest to the tree.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Lower(ReadOnlySpan<double> distances, int newest, Span<double> nearest, Span<int> neighbours)
    {
        nearest = nearest[..distances.Length];
        neighbours = neighbours[..distances.Length];
        int taken = 0;
        double least = double.PositiveInfinity;
        for (int slot = 0; slot < distances.Length; slot++)
        {
            double distance = nearest[slot];
            if (distances[slot] < distance)
            {
                distance = distances[slot];
                nearest[slot] = distance;
                neighbours[slot] = newest;
            }

            if (distance < least)
            {
                least = distance;
                taken = slot;
            }
        }

        return taken;
    }
}
