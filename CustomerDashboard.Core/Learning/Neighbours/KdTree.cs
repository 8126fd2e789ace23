using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>
/// A balanced k-d tree (J. L. Bentley, "Multidimensional binary search trees", 1975) whose leaves hold sixteen points column
/// after column, so that one register takes a coordinate of several points. Every node knows the box around its points.
/// Building costs O(n log n d), and a search O(log n) where few dimensions matter, up to O(n) where many do.
/// </summary>
/// <remarks>
/// Nodes stand in preorder: a node over the leaves first..end has its left half at the next position and its right half
/// <see cref="RightOffset"/> further. Box distances are summed in the order of the dimensions like those of points, and
/// rounding is monotone, so a pruned point could never have counted.
/// </remarks>
internal sealed class KdTree
{
    /// <summary>How many points a leaf holds; all but the last are full.</summary>
    public const int LeafSize = ColumnarPoints.Group;

    private const int MostLevels = 64;
    private const int ShareAbove = 20_000;

    private readonly double[] _boxes;

    /// <summary>Builds the tree; the points must be finite.</summary>
    /// <exception cref="ArgumentException">The points are so far apart that a squared distance is infinite.</exception>
    public KdTree(Matrix points, CancellationToken cancellationToken = default)
    {
        Count = points.Rows;
        Dimensions = points.Columns;
        LeafCount = (Count + LeafSize - 1) / LeafSize;
        Order = new int[Count];
        for (int row = 0; row < Count; row++)
        {
            Order[row] = row;
        }

        LeafNodes = new int[LeafCount];
        _boxes = new double[checked(Math.Max(0, (2 * LeafCount) - 1) * 2 * Dimensions)];
        if (LeafCount > 0)
        {
            Divide(points, new double[Count], 0, 0, LeafCount, cancellationToken);
            RequireMeasurable();
        }

        Leaves = new double[checked(LeafCount * LeafSize * Dimensions)];
        Array.Fill(Leaves, double.PositiveInfinity);
        for (int position = 0; position < Count; position++)
        {
            ReadOnlySpan<double> point = points.Row(Order[position]);
            int place = LeafStart(position / LeafSize) + (position % LeafSize);
            for (int dimension = 0; dimension < point.Length; dimension++)
            {
                Leaves[place + (dimension * LeafSize)] = point[dimension];
            }
        }
    }

    public int Count { get; }

    public int Dimensions { get; }

    public int LeafCount { get; }

    /// <summary>The row of the given matrix at each position of the tree.</summary>
    public int[] Order { get; }

    /// <summary>The node of each leaf.</summary>
    public int[] LeafNodes { get; }

    /// <summary>Leaf after leaf, in each one coordinate of its sixteen points after the other; the padding is infinitely far away.</summary>
    public double[] Leaves { get; }

    /// <summary>Where a leaf begins in <see cref="Leaves"/>.</summary>
    public int LeafStart(int leaf) => leaf * LeafSize * Dimensions;

    /// <summary>The first leaf of the right half of a node.</summary>
    public static int Middle(int firstLeaf, int endLeaf) => (firstLeaf + endLeaf + 1) / 2;

    /// <summary>How far behind a node its right half stands.</summary>
    public static int RightOffset(int firstLeaf, int endLeaf) => 2 * (Middle(firstLeaf, endLeaf) - firstLeaf);

    /// <summary>The smallest coordinates of the points of a node, then the largest.</summary>
    public ReadOnlySpan<double> Box(int node) => _boxes.AsSpan(node * 2 * Dimensions, 2 * Dimensions);

    /// <summary>Copies the coordinates of the point at a position.</summary>
    public void CopyPoint(int position, Span<double> coordinates)
    {
        int place = LeafStart(position / LeafSize) + (position % LeafSize);
        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            coordinates[dimension] = Leaves[place + (dimension * LeafSize)];
        }
    }

    /// <summary>The squared distance from a point to the nearest place in the box of a node.</summary>
    public double SquaredDistanceToBox(ReadOnlySpan<double> point, int node)
    {
        ReadOnlySpan<double> box = Box(node);
        double sum = 0;
        for (int dimension = 0; dimension < point.Length; dimension++)
        {
            double gap = Math.Max(0, Math.Max(box[dimension] - point[dimension], point[dimension] - box[point.Length + dimension]));
            sum += gap * gap;
        }

        return sum;
    }

    /// <summary>The squared distance between the nearest places of a box and the box of a node.</summary>
    public double SquaredDistanceBetweenBoxes(ReadOnlySpan<double> other, int node)
    {
        ReadOnlySpan<double> box = Box(node);
        double sum = 0;
        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            double gap = Math.Max(0, Math.Max(box[dimension] - other[Dimensions + dimension], other[dimension] - box[Dimensions + dimension]));
            sum += gap * gap;
        }

        return sum;
    }

    /// <summary>
    /// Lists the leaves whose box comes within a squared distance of the box of one of them, that one first.
    /// </summary>
    /// <returns>How many were written to <paramref name="found"/>, which needs room for all leaves.</returns>
    public int LeavesWithin(int leaf, double squaredDistance, Span<int> found)
    {
        ReadOnlySpan<double> box = Box(LeafNodes[leaf]);
        Span<(int Node, int First, int End)> open = stackalloc (int, int, int)[MostLevels];
        int depth = 0;
        int count = 0;
        found[count++] = leaf;
        open[depth++] = (0, 0, LeafCount);
        while (depth > 0)
        {
            (int node, int first, int end) = open[--depth];
            if (SquaredDistanceBetweenBoxes(box, node) > squaredDistance)
            {
                continue;
            }

            if (end - first == 1)
            {
                if (first != leaf)
                {
                    found[count++] = first;
                }

                continue;
            }

            // What is near in the tree is likely to be near in space: the half that has the leaf goes first.
            int middle = Middle(first, end);
            var left = (node + 1, first, middle);
            var right = (node + RightOffset(first, end), middle, end);
            open[depth++] = leaf < middle ? right : left;
            open[depth++] = leaf < middle ? left : right;
        }

        return count;
    }

    /// <summary>Shows a visitor the leaves around a place that can hold points within its bound, those of the nearest box first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Search<TVisitor>(ReadOnlySpan<double> place, ref TVisitor visitor)
        where TVisitor : struct, ILeafVisitor
    {
        if (LeafCount == 0)
        {
            return;
        }

        var open = stackalloc Entry[MostLevels];
        double* squares = stackalloc double[LeafSize];
        int depth = 0;
        open[depth++] = new Entry(0, 0, LeafCount, 0);
        fixed (double* coordinates = place, leaves = Leaves)
        {
            while (depth > 0)
            {
                Entry entry = open[--depth];
                while (entry.SquaredDistance <= visitor.Bound && entry.EndLeaf - entry.FirstLeaf > 1 && !visitor.Skips(entry.Node))
                {
                    int middle = Middle(entry.FirstLeaf, entry.EndLeaf);
                    int rightNode = entry.Node + RightOffset(entry.FirstLeaf, entry.EndLeaf);
                    var left = new Entry(entry.Node + 1, entry.FirstLeaf, middle, SquaredDistanceToBox(place, entry.Node + 1));
                    var right = new Entry(rightNode, middle, entry.EndLeaf, SquaredDistanceToBox(place, rightNode));
                    bool leftFirst = left.SquaredDistance <= right.SquaredDistance;
                    open[depth++] = leftFirst ? right : left;
                    entry = leftFirst ? left : right;
                }

                if (entry.SquaredDistance <= visitor.Bound && entry.EndLeaf - entry.FirstLeaf == 1 && !visitor.Skips(entry.Node))
                {
                    uint near = LeafDistances.Measure(coordinates, Dimensions, leaves + LeafStart(entry.FirstLeaf), squares, visitor.Bound);
                    visitor.Visit(entry.FirstLeaf * LeafSize, near, squares);
                }
            }
        }
    }

    private void RequireMeasurable()
    {
        double sum = 0;
        ReadOnlySpan<double> box = Box(0);
        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            double side = box[Dimensions + dimension] - box[dimension];
            sum += side * side;
        }

        if (!double.IsFinite(sum))
        {
            throw new ArgumentException("The points are too far apart for their distances to be computed; scale the columns first.");
        }
    }

    /// <summary>Puts the points of a node into two halves along the side on which its box is longest, and so on.</summary>
    private void Divide(Matrix points, double[] keys, int node, int firstLeaf, int endLeaf, CancellationToken cancellationToken)
    {
        int start = firstLeaf * LeafSize;
        int end = Math.Min(Count, endLeaf * LeafSize);
        Span<int> rows = Order.AsSpan(start, end - start);
        int column = Enclose(points, rows, _boxes.AsSpan(node * 2 * Dimensions, 2 * Dimensions));
        if (endLeaf - firstLeaf == 1)
        {
            LeafNodes[firstLeaf] = node;
            return;
        }

        Span<double> coordinates = keys.AsSpan(start, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            coordinates[i] = points[rows[i], column];
        }

        int middle = Middle(firstLeaf, endLeaf);
        Selection.Partition(coordinates, rows, (middle - firstLeaf) * LeafSize);
        int right = node + RightOffset(firstLeaf, endLeaf);
        if (rows.Length > ShareAbove)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Parallel.Invoke(
                () => Divide(points, keys, node + 1, firstLeaf, middle, cancellationToken),
                () => Divide(points, keys, right, middle, endLeaf, cancellationToken));
            return;
        }

        Divide(points, keys, node + 1, firstLeaf, middle, cancellationToken);
        Divide(points, keys, right, middle, endLeaf, cancellationToken);
    }

    /// <summary>Writes the box around some rows.</summary>
    /// <returns>The column in which it is longest.</returns>
    private static int Enclose(Matrix points, ReadOnlySpan<int> rows, Span<double> box)
    {
        int dimensions = points.Columns;
        Span<double> lower = box[..dimensions];
        Span<double> upper = box[dimensions..];
        points.Row(rows[0]).CopyTo(lower);
        lower.CopyTo(upper);
        foreach (int row in rows)
        {
            ReadOnlySpan<double> point = points.Row(row);
            for (int dimension = 0; dimension < point.Length; dimension++)
            {
                double value = point[dimension];
                lower[dimension] = value < lower[dimension] ? value : lower[dimension];
                upper[dimension] = value > upper[dimension] ? value : upper[dimension];
            }
        }

        int longest = 0;
        for (int dimension = 1; dimension < dimensions; dimension++)
        {
            longest = upper[dimension] - lower[dimension] > upper[longest] - lower[longest] ? dimension : longest;
        }

        return longest;
    }

    private readonly record struct Entry(int Node, int FirstLeaf, int EndLeaf, double SquaredDistance);
}
