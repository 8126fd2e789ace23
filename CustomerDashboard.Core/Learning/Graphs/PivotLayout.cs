using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// A first drawing of a connected graph from its distances to some pivots (U. Brandes, C. Pich, "Eigensolver methods for
/// progressive multidimensional scaling of large data", 2007). Costs pivots x (links + pivots x nodes).
/// </summary>
internal static class PivotLayout
{
    private const int MostPivots = 40;
    private const int Rounds = 60;

    /// <summary>Coordinates of the nodes listed, which must be one connected part; centred, the wider direction first, with a root mean square of 1.</summary>
    public static (double[] X, double[] Y) Place(Graph graph, int[] nodes, RandomSource random)
    {
        int n = nodes.Length;
        var place = new Dictionary<int, int>(n);
        for (int i = 0; i < n; i++)
        {
            place.Add(nodes[i], i);
        }

        double[][] columns = Distances(graph, nodes, place);
        Centre(columns, n);
        double[] x = Direction(columns, n, null);
        double[] y = Direction(columns, n, x);
        for (int i = 0; i < n; i++)
        {
            // Leaves of one hub are equally far from everything and would lie on one spot for ever.
            x[i] += 0.05 * random.NextGaussian();
            y[i] += 0.05 * random.NextGaussian();
        }

        return (x, y);
    }

    private static double[][] Distances(Graph graph, int[] nodes, Dictionary<int, int> place)
    {
        int n = nodes.Length;
        var columns = new double[Math.Min(MostPivots, n)][];
        var nearest = new int[n];
        Array.Fill(nearest, int.MaxValue);
        var queue = new int[n];
        var distance = new int[n];
        int pivot = 0;
        for (int column = 0; column < columns.Length; column++)
        {
            Array.Fill(distance, -1);
            int end = 0;
            queue[end++] = pivot;
            distance[pivot] = 0;
            for (int head = 0; head < end; head++)
            {
                foreach (int neighbour in graph.Neighbours(nodes[queue[head]]))
                {
                    int at = place[neighbour];
                    if (distance[at] < 0)
                    {
                        distance[at] = distance[queue[head]] + 1;
                        queue[end++] = at;
                    }
                }
            }

            columns[column] = new double[n];
            int furthest = 0;
            for (int i = 0; i < n; i++)
            {
                columns[column][i] = (double)distance[i] * distance[i];
                nearest[i] = Math.Min(nearest[i], distance[i]);
                furthest = nearest[i] > nearest[furthest] ? i : furthest;
            }

            pivot = furthest;
        }

        return columns;
    }

    private static void Centre(double[][] columns, int n)
    {
        var rowMean = new double[n];
        double mean = 0;
        foreach (double[] column in columns)
        {
            double columnMean = VectorSums.Sum(column) / n;
            mean += columnMean / columns.Length;
            for (int i = 0; i < n; i++)
            {
                rowMean[i] += column[i] / columns.Length;
                column[i] -= columnMean;
            }
        }

        foreach (double[] column in columns)
        {
            for (int i = 0; i < n; i++)
            {
                column[i] = -0.5 * (column[i] - rowMean[i] + mean);
            }
        }
    }

    /// <summary>The direction in which the nodes differ most, at right angles to one already found.</summary>
    private static double[] Direction(double[][] columns, int n, double[]? other)
    {
        var current = new double[n];
        for (int i = 0; i < n; i++)
        {
            // Any start will do that is not at right angles to what is looked for.
            current[i] = ((i * 2654435761L) % 1009 / 1009.0) - 0.5;
        }

        for (int round = 0; round < Rounds; round++)
        {
            var next = new double[n];
            foreach (double[] column in columns)
            {
                double share = VectorSums.Dot(column, current);
                for (int i = 0; i < n; i++)
                {
                    next[i] += share * column[i];
                }
            }

            if (other is not null)
            {
                double along = VectorSums.Dot(next, other) / VectorSums.Dot(other, other);
                for (int i = 0; i < n; i++)
                {
                    next[i] -= along * other[i];
                }
            }

            double length = Math.Sqrt(VectorSums.Dot(next, next) / n);
            if (length < 1e-9)
            {
                // All on a line: the second direction is left to the small shifts.
                return new double[n];
            }

            for (int i = 0; i < n; i++)
            {
                next[i] /= length;
            }

            current = next;
        }

        return current;
    }
}
