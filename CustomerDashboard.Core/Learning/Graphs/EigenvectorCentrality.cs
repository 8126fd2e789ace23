using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// Eigenvector centrality (P. Bonacich, "Power and centrality", 1987): a node counts for much when its neighbours do. It is the
/// eigenvector of the adjacency matrix (without weights) for its largest eigenvalue, of length 1 and without negative entries,
/// over the whole graph: nodes in parts other than the one with that eigenvalue come out as 0.
/// </summary>
/// <param name="Values">Per node, 0 to 1; the squares add up to 1.</param>
/// <param name="Eigenvalue">The largest eigenvalue.</param>
/// <param name="Iterations">Rounds used, each of cost links.</param>
/// <param name="Converged">Whether the last round changed no entry noticeably.</param>
public sealed record EigenvectorCentrality(double[] Values, double Eigenvalue, int Iterations, bool Converged)
{
    private const double Tolerance = 1e-13;

    /// <summary>Computes the centrality by power iteration on A + I, whose shift keeps two-sided graphs from swinging to and fro.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="maxIterations">The most rounds; long chains need many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static EigenvectorCentrality Compute(Graph graph, int maxIterations = 5_000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        int n = graph.NodeCount;
        if (n == 0 || graph.EdgeCount == 0)
        {
            return new EigenvectorCentrality(new double[n], 0, 0, true);
        }

        var current = new double[n];
        var next = new double[n];
        Array.Fill(current, 1 / Math.Sqrt(n));
        double length = 0;
        for (int iteration = 1; iteration <= maxIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int node = 0; node < n; node++)
            {
                double sum = current[node];
                foreach (int neighbour in graph.Neighbours(node))
                {
                    sum += current[neighbour];
                }

                next[node] = sum;
            }

            length = Math.Sqrt(VectorSums.Dot(next, next));
            double change = 0;
            for (int node = 0; node < n; node++)
            {
                next[node] /= length;
                change = Math.Max(change, Math.Abs(next[node] - current[node]));
            }

            (current, next) = (next, current);
            if (change < Tolerance)
            {
                return new EigenvectorCentrality(current, length - 1, iteration, true);
            }
        }

        return new EigenvectorCentrality(current, length - 1, maxIterations, false);
    }
}
