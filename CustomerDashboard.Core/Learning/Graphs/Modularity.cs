namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// Modularity (M. E. J. Newman, "Analysis of weighted networks", 2004): the share of the links' weight that lies within
/// communities, less what would lie there if links fell at random on nodes of the same strength. Between -.5 and 1; above
/// .3 is commonly called a clear structure.
/// </summary>
public static class Modularity
{
    /// <summary>Computes the modularity of a division in time proportional to nodes and links.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="labels">The community of each node, from 0.</param>
    /// <param name="resolution">The weight of what chance would give.</param>
    /// <exception cref="ArgumentException">There is not one label per node.</exception>
    public static double Of(Graph graph, ReadOnlySpan<int> labels, double resolution = 1)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (labels.Length != graph.NodeCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {graph.NodeCount} nodes.", nameof(labels));
        }

        int groups = 0;
        foreach (int label in labels)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label, nameof(labels));
            groups = Math.Max(groups, label + 1);
        }

        var strength = new double[groups];
        double inside = 0;
        double total = 0;
        for (int node = 0; node < labels.Length; node++)
        {
            ReadOnlySpan<int> neighbours = graph.Neighbours(node);
            ReadOnlySpan<double> weights = graph.Weights(node);
            for (int i = 0; i < neighbours.Length; i++)
            {
                strength[labels[node]] += weights[i];
                total += weights[i];
                inside += labels[neighbours[i]] == labels[node] ? weights[i] : 0;
            }
        }

        if (total <= 0)
        {
            return 0;
        }

        double expected = 0;
        foreach (double sum in strength)
        {
            expected += sum / total * (sum / total);
        }

        return (inside / total) - (resolution * expected);
    }
}
