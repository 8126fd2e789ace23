using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// Draws a graph: links pull, nodes push each other away in proportion to their links (M. Jacomy et al., "ForceAtlas2", 2014),
/// steps shrink as in T. Fruchterman, E. Reingold, "Graph drawing by force-directed placement" (1991), from a start by
/// distances. Each connected part is drawn for itself; the small ones stand in rows under the largest. The same graph and seed
/// give the same drawing whatever the machine. Costs iterations x (nodes² / 8 + links), shared between threads; meant for up to some thousand nodes.
/// </summary>
public static class ForceLayout
{
    /// <summary>The most nodes it takes: pushes are computed for every pair.</summary>
    public const int MaximumNodes = 10_000;

    /// <summary>Draws the graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="communities">The community of each node, or null for none.</param>
    /// <param name="options">Options; null = the defaults.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">An option is out of range, there is not one community per node, or the graph has more than <see cref="MaximumNodes"/> nodes.</exception>
    public static GraphLayout Arrange(
        Graph graph, int[]? communities = null, ForceLayoutOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new ForceLayoutOptions();
        options.Validate();
        int n = graph.NodeCount;
        if (n > MaximumNodes)
        {
            throw new ArgumentException($"A drawing of {n} nodes cannot be read or computed in time; at most {MaximumNodes} are possible.", nameof(graph));
        }

        if (communities is not null && communities.Length != n)
        {
            throw new ArgumentException($"There are {communities.Length} communities for {n} nodes.", nameof(communities));
        }

        var parts = ConnectedComponents.Of(graph);
        var x = new double[n];
        var y = new double[n];
        var random = new RandomSource(options.Seed);
        for (int part = 0, seen = 0; part < parts.Sizes.Length; part++)
        {
            int[] nodes = Members(parts.Labels, part, parts.Sizes[part]);
            Part(graph, nodes, communities, options, random.Split(part), x, y, progress, cancellationToken);
            seen += nodes.Length;
            progress?.Report(new WorkProgress("Drawing the network", seen / (double)n));
        }

        PartPacking.Pack(parts, x, y);
        return new GraphLayout(Scaled(x), Scaled(y));
    }

    private static void Part(
        Graph graph, int[] nodes, int[]? communities, ForceLayoutOptions options, RandomSource random, double[] x, double[] y,
        IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (nodes.Length <= 2)
        {
            for (int i = 0; i < nodes.Length; i++)
            {
                x[nodes[i]] = i - ((nodes.Length - 1) / 2.0);
            }

            return;
        }

        (double[] startX, double[] startY) = PivotLayout.Place(graph, nodes, random);
        var simulation = new ForceSimulation(graph, nodes, communities, options, startX, startY);
        for (int iteration = 0; iteration < options.Iterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            simulation.Step(iteration / (double)options.Iterations, cancellationToken);
            if (nodes.Length > 300 && iteration % 20 == 0)
            {
                progress?.Report(new WorkProgress("Drawing the network", iteration / (double)options.Iterations * nodes.Length / graph.NodeCount));
            }
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            (x[nodes[i]], y[nodes[i]]) = simulation.At(i);
        }

        DrawIn(nodes, x, y);
    }

    /// <summary>Brings far nodes nearer, in the same direction and order: a few of them would leave the crowd in the middle no room.</summary>
    private static void DrawIn(int[] nodes, double[] x, double[] y)
    {
        (double middleX, double middleY) = (Median(nodes, x), Median(nodes, y));
        var distances = new double[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            distances[i] = Math.Sqrt(Math.Pow(x[nodes[i]] - middleX, 2) + Math.Pow(y[nodes[i]] - middleY, 2));
        }

        double[] sorted = [.. distances];
        Array.Sort(sorted);
        double usual = 0.6 * sorted[sorted.Length / 2];
        if (usual <= 0)
        {
            return;
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            double scale = distances[i] > 0 ? usual * Math.Asinh(distances[i] / usual) / distances[i] : 1;
            x[nodes[i]] = middleX + ((x[nodes[i]] - middleX) * scale);
            y[nodes[i]] = middleY + ((y[nodes[i]] - middleY) * scale);
        }
    }

    private static double Median(int[] nodes, double[] values)
    {
        var sorted = new double[nodes.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = values[nodes[i]];
        }

        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static int[] Members(int[] labels, int part, int size)
    {
        var members = new int[size];
        for (int node = 0, next = 0; next < size; node++)
        {
            if (labels[node] == part)
            {
                members[next++] = node;
            }
        }

        return members;
    }

    private static float[] Scaled(double[] values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        var scaled = new float[values.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = high > low ? (float)((values[i] - low) / (high - low)) : 0.5f;
        }

        return scaled;
    }
}
