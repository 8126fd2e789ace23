using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// PageRank (L. Page et al., "The PageRank citation ranking", 1999) with weights: where somebody would be who keeps following
/// links, the stronger the likelier, and now and then starts anew anywhere.
/// </summary>
public static class PageRank
{
    /// <summary>The usual share of steps that follow a link.</summary>
    public const double UsualDamping = 0.85;

    private const double Tolerance = 1e-14;

    /// <summary>Computes the rank of every node; ranks add up to 1. Each round costs as much as there are links, some 100 rounds are needed.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="damping">The share of steps that follow a link, from 0 to below 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The damping is out of range.</exception>
    public static double[] Compute(Graph graph, double damping = UsualDamping, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!(damping is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(damping), damping, "The damping must be from 0 to below 1.");
        }

        int n = graph.NodeCount;
        var rank = new double[n];
        var next = new double[n];
        var share = new double[n];
        var strength = new double[n];
        for (int node = 0; node < n; node++)
        {
            rank[node] = 1.0 / n;
            strength[node] = graph.Strength(node);
        }

        double change = double.PositiveInfinity;
        // Each round shrinks the error by the damping, so the bound is reached only by a damping next to 1.
        for (int round = 0; round < 10_000 && change > Tolerance; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double idle = 0;
            for (int node = 0; node < n; node++)
            {
                share[node] = strength[node] > 0 ? rank[node] / strength[node] : 0;
                idle += strength[node] > 0 ? 0 : rank[node];
            }

            double anywhere = ((1 - damping) + (damping * idle)) / n;
            change = 0;
            for (int node = 0; node < n; node++)
            {
                ReadOnlySpan<int> neighbours = graph.Neighbours(node);
                ReadOnlySpan<double> weights = graph.Weights(node);
                double sum = 0;
                for (int i = 0; i < neighbours.Length; i++)
                {
                    sum += weights[i] * share[neighbours[i]];
                }

                next[node] = anywhere + (damping * sum);
                change += Math.Abs(next[node] - rank[node]);
            }

            (rank, next) = (next, rank);
        }

        return rank;
    }
}
