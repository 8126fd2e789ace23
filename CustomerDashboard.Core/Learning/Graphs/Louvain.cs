using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// Communities by the Louvain method (V. D. Blondel et al., "Fast unfolding of communities in large networks", 2008): nodes
/// move to the neighbouring community that raises <see cref="Modularity"/> most, communities become nodes, and so on. The
/// order of the nodes is drawn anew for each start and the best end wins; the same seed gives the same communities whatever
/// the number of threads. A start costs a few rounds over the links; memory is some 40 bytes per node and 12 per link and start.
/// </summary>
public static class Louvain
{
    // Less than this is rounding, and could send nodes to and fro for ever.
    private const double LeastGain = 1e-12;

    private const int MaximumRounds = 200;

    /// <summary>Divides the nodes into communities; a node without links is one of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static LouvainResult Fit(
        Graph graph, LouvainOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new LouvainOptions();
        options.Validate();
        var divisions = new int[options.Starts][];
        var quality = new double[options.Starts];
        int done = 0;
        ParallelWork.Run(
            options.Starts,
            options.DegreeOfParallelism,
            start =>
            {
                divisions[start] = Divide(graph, options.Resolution, new RandomSource(options.Seed).Split(start), cancellationToken);
                quality[start] = Modularity.Of(graph, divisions[start], options.Resolution);
                progress?.Report(new WorkProgress("Finding communities", Interlocked.Increment(ref done) / (double)options.Starts));
            },
            cancellationToken);
        int best = 0;
        for (int start = 1; start < quality.Length; start++)
        {
            best = quality[start] > quality[best] ? start : best;
        }

        int[] labels = divisions[best];
        int[] sizes = ConnectedComponents.BySize(labels, Highest(labels) + 1);
        return new LouvainResult(labels, sizes, Modularity.Of(graph, labels, options.Resolution));
    }

    private static int[] Divide(Graph graph, double resolution, RandomSource random, CancellationToken cancellationToken)
    {
        var labels = new int[graph.NodeCount];
        for (int node = 0; node < labels.Length; node++)
        {
            labels[node] = node;
        }

        LouvainLevel level = LouvainLevel.Of(graph);
        while (true)
        {
            int[] communities = Move(level, resolution, random, cancellationToken, out bool moved);
            if (!moved)
            {
                return labels;
            }

            int count = Renumber(communities);
            for (int node = 0; node < labels.Length; node++)
            {
                labels[node] = communities[labels[node]];
            }

            if (count == level.NodeCount)
            {
                return labels;
            }

            level = level.Joined(communities, count);
        }
    }

    private static int[] Move(LouvainLevel level, double resolution, RandomSource random, CancellationToken cancellationToken, out bool movedAny)
    {
        int n = level.NodeCount;
        var community = new int[n];
        var order = new int[n];
        double[] total = [.. level.Strength];
        var linked = new double[n];
        var near = new int[n];
        for (int i = 0; i < n; i++)
        {
            community[i] = order[i] = i;
        }

        random.Shuffle(order.AsSpan());
        movedAny = false;
        bool moved = true;
        for (int round = 0; moved && round < MaximumRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            moved = false;
            foreach (int node in order)
            {
                int nearCount = 0;
                for (int i = level.Offsets[node]; i < level.Offsets[node + 1]; i++)
                {
                    int other = community[level.Neighbours[i]];
                    if (linked[other] == 0)
                    {
                        near[nearCount++] = other;
                    }

                    linked[other] += level.Weights[i];
                }

                int own = community[node];
                double chance = resolution * level.Strength[node] / level.TotalStrength;
                total[own] -= level.Strength[node];
                int best = own;
                double bestGain = linked[own] - (chance * total[own]);
                for (int i = 0; i < nearCount; i++)
                {
                    double gain = linked[near[i]] - (chance * total[near[i]]);
                    if (gain > bestGain + (LeastGain * level.TotalStrength))
                    {
                        (best, bestGain) = (near[i], gain);
                    }
                }

                total[best] += level.Strength[node];
                community[node] = best;
                moved |= best != own;
                for (int i = 0; i < nearCount; i++)
                {
                    linked[near[i]] = 0;
                }
            }

            movedAny |= moved;
        }

        return community;
    }

    private static int Renumber(int[] labels)
    {
        var number = new int[labels.Length];
        Array.Fill(number, -1);
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (number[labels[i]] < 0)
            {
                number[labels[i]] = count++;
            }

            labels[i] = number[labels[i]];
        }

        return count;
    }

    private static int Highest(int[] labels)
    {
        int highest = -1;
        foreach (int label in labels)
        {
            highest = Math.Max(highest, label);
        }

        return highest;
    }
}
