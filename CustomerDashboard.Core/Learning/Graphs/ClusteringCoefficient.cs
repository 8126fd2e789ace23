namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// How often the neighbours of a node are neighbours of each other (D. J. Watts, S. H. Strogatz, "Collective dynamics of
/// small-world networks", 1998).
/// </summary>
/// <param name="Values">Per node the share of the pairs of its neighbours that are linked; 0 for nodes with fewer than two.</param>
/// <param name="Average">The mean over all nodes.</param>
/// <param name="Transitivity">The share of all paths of two links that a third one closes.</param>
public sealed record ClusteringCoefficient(double[] Values, double Average, double Transitivity)
{
    /// <summary>Counts triangles by marking one end's neighbours; costs the sum over links of the smaller end's neighbours.</summary>
    public static ClusteringCoefficient Compute(Graph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int n = graph.NodeCount;
        var triangles = new long[n];
        var marked = new int[n];
        Array.Fill(marked, -1);
        for (int a = 0; a < n; a++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A triangle is counted at the corner that comes first by degree, which keeps hubs from being walked for each neighbour.
            foreach (int b in graph.Neighbours(a))
            {
                if (Before(graph, a, b))
                {
                    marked[b] = a;
                }
            }

            foreach (int b in graph.Neighbours(a))
            {
                if (!Before(graph, a, b))
                {
                    continue;
                }

                foreach (int c in graph.Neighbours(b))
                {
                    if (marked[c] == a && Before(graph, b, c))
                    {
                        triangles[a]++;
                        triangles[b]++;
                        triangles[c]++;
                    }
                }
            }
        }

        var values = new double[n];
        double sum = 0;
        double closed = 0;
        double paths = 0;
        for (int node = 0; node < n; node++)
        {
            double pairs = graph.Degree(node) * (graph.Degree(node) - 1.0) / 2;
            values[node] = pairs > 0 ? triangles[node] / pairs : 0;
            sum += values[node];
            closed += triangles[node];
            paths += pairs;
        }

        return new ClusteringCoefficient(values, n == 0 ? 0 : sum / n, paths > 0 ? closed / paths : 0);
    }

    private static bool Before(Graph graph, int a, int b) =>
        graph.Degree(a) < graph.Degree(b) || (graph.Degree(a) == graph.Degree(b) && a < b);
}
