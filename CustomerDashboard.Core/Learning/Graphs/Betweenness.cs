using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// Betweenness centrality by counting shortest ways without weights: L. C. Freeman, "A set of measures of centrality based on
/// betweenness" (1977), computed as in U. Brandes, "A faster algorithm for betweenness centrality" (2001). Time is nodes x
/// links, shared between threads by source; memory 20 bytes per node and thread. Above
/// <see cref="BetweennessOptions.MaximumSteps"/> it is estimated from sources drawn at random (Brandes and Pich, "Centrality
/// estimation in large networks", 2007).
/// </summary>
public static class Betweenness
{
    // A fixed number of blocks, each with sums of its own added up in order, gives the same figures for any number of threads.
    private const int Blocks = 16;

    /// <summary>Computes the betweenness of every node, normalised to the (n-1)(n-2)/2 pairs of other nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static BetweennessResult Compute(
        Graph graph, BetweennessOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new BetweennessOptions();
        options.Validate();
        int n = graph.NodeCount;
        int[] sources = Sources(graph, options);
        int blocks = Math.Min(Blocks, Math.Max(1, sources.Length));
        var sums = new double[blocks][];
        int done = 0;
        ParallelWork.Run(
            blocks,
            options.DegreeOfParallelism,
            block =>
            {
                sums[block] = new double[n];
                var search = new ShortestWays(graph);
                for (int i = block; i < sources.Length; i += blocks)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    search.AddFrom(sources[i], sums[block]);
                }

                progress?.Report(new WorkProgress("Measuring bridges", Interlocked.Increment(ref done) / (double)blocks));
            },
            cancellationToken);
        var values = new double[n];
        // Every pair was met from both its ends, and the share is of all pairs whether there is a way between them or not.
        double scale = n < 3 || sources.Length == 0 ? 0 : n / (double)sources.Length / ((n - 1.0) * (n - 2.0));
        foreach (double[] sum in sums)
        {
            for (int node = 0; node < n; node++)
            {
                values[node] += sum[node] * scale;
            }
        }

        return new BetweennessResult(values, sources.Length, sources.Length == n);
    }

    private static int[] Sources(Graph graph, BetweennessOptions options)
    {
        int n = graph.NodeCount;
        long affordable = options.MaximumSteps / Math.Max(1, (2L * graph.EdgeCount) + n);
        if (affordable >= n)
        {
            var all = new int[n];
            for (int i = 0; i < n; i++)
            {
                all[i] = i;
            }

            return all;
        }

        return new RandomSource(options.Seed).SampleWithoutReplacement(n, (int)Math.Max(1, affordable));
    }

    /// <summary>The search from one source, with the arrays it needs kept for the next.</summary>
    private sealed class ShortestWays(Graph graph)
    {
        private readonly int[] _distance = NotReached(graph.NodeCount);
        private readonly int[] _order = new int[graph.NodeCount];
        private readonly double[] _ways = new double[graph.NodeCount];
        private readonly double[] _share = new double[graph.NodeCount];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddFrom(int source, double[] sums)
        {
            ReadOnlySpan<int> offsets = graph.Offsets;
            ReadOnlySpan<int> targets = graph.AllNeighbours;
            int[] distance = _distance;
            double[] ways = _ways;
            double[] share = _share;
            int end = 0;
            _order[end++] = source;
            distance[source] = 0;
            ways[source] = 1;
            for (int head = 0; head < end; head++)
            {
                int node = _order[head];
                int further = distance[node] + 1;
                double waysHere = ways[node];
                foreach (int neighbour in targets[offsets[node]..offsets[node + 1]])
                {
                    int known = distance[neighbour];
                    if (known < 0)
                    {
                        distance[neighbour] = further;
                        ways[neighbour] = waysHere;
                        _order[end++] = neighbour;
                    }
                    else if (known == further)
                    {
                        ways[neighbour] += waysHere;
                    }
                }
            }

            // Backwards a node asks its further neighbours what runs through them: no list of predecessors is needed.
            for (int i = end - 1; i > 0; i--)
            {
                int node = _order[i];
                int further = distance[node] + 1;
                double through = 0;
                foreach (int neighbour in targets[offsets[node]..offsets[node + 1]])
                {
                    if (distance[neighbour] == further)
                    {
                        through += share[neighbour];
                    }
                }

                through *= ways[node];
                sums[node] += through;
                share[node] = (1 + through) / ways[node];
            }

            for (int i = 0; i < end; i++)
            {
                distance[_order[i]] = -1;
            }
        }

        private static int[] NotReached(int count)
        {
            var distance = new int[count];
            Array.Fill(distance, -1);
            return distance;
        }
    }
}
