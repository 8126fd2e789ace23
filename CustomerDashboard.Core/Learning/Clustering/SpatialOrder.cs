using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// An order of points in which neighbours in space stand together: the leaves of a k-d tree (J. L. Bentley, 1975) from left to
/// right, each a whole group of <see cref="ColumnarPoints.Group"/> points. Costs O(n log^2 n).
/// </summary>
internal static class SpatialOrder
{
    /// <summary>The rows of <paramref name="points"/> in that order.</summary>
    public static int[] Of(Matrix points)
    {
        var order = new int[points.Rows];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        var keys = new double[points.Rows];
        var open = new Stack<(int Start, int Length)>();
        open.Push((0, order.Length));
        while (open.TryPop(out (int Start, int Length) part))
        {
            if (part.Length <= ColumnarPoints.Group)
            {
                continue;
            }

            Span<int> rows = order.AsSpan(part.Start, part.Length);
            Span<double> coordinates = keys.AsSpan(part.Start, part.Length);
            int column = WidestColumn(points, rows);
            for (int i = 0; i < rows.Length; i++)
            {
                coordinates[i] = points[rows[i], column];
            }

            coordinates.Sort(rows);
            int groups = (part.Length + ColumnarPoints.Group - 1) / ColumnarPoints.Group;
            int half = (groups + 1) / 2 * ColumnarPoints.Group;
            open.Push((part.Start, half));
            open.Push((part.Start + half, part.Length - half));
        }

        return order;
    }

    private static int WidestColumn(Matrix points, ReadOnlySpan<int> rows)
    {
        int widest = 0;
        double width = -1;
        for (int column = 0; column < points.Columns; column++)
        {
            double smallest = double.PositiveInfinity;
            double largest = double.NegativeInfinity;
            foreach (int row in rows)
            {
                double value = points[row, column];
                smallest = Math.Min(smallest, value);
                largest = Math.Max(largest, value);
            }

            if (largest - smallest > width)
            {
                width = largest - smallest;
                widest = column;
            }
        }

        return widest;
    }
}
