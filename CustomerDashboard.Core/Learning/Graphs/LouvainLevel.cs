namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>The graph at one level of the Louvain method, in which a node stands for a community of the level below.</summary>
/// <param name="Offsets">Where the links of each node begin.</param>
/// <param name="Neighbours">The other ends; links within a node are not listed but belong to its strength.</param>
/// <param name="Weights">Their weights.</param>
/// <param name="Strength">The sum of the weights at each node, links within it counted twice.</param>
/// <param name="TotalStrength">The sum over all nodes: twice the weight of all links.</param>
internal sealed record LouvainLevel(int[] Offsets, int[] Neighbours, double[] Weights, double[] Strength, double TotalStrength)
{
    public int NodeCount => Strength.Length;

    public static LouvainLevel Of(Graph graph)
    {
        int n = graph.NodeCount;
        var weights = new double[2 * graph.EdgeCount];
        var strength = new double[n];
        double total = 0;
        for (int node = 0; node < n; node++)
        {
            graph.Weights(node).CopyTo(weights.AsSpan(graph.Offsets[node]));
            strength[node] = graph.Strength(node);
            total += strength[node];
        }

        return new LouvainLevel(graph.Offsets.ToArray(), graph.AllNeighbours.ToArray(), weights, strength, total);
    }

    /// <summary>The next level, in which each community is one node.</summary>
    public LouvainLevel Joined(int[] community, int count)
    {
        var strength = new double[count];
        int[] starts = new int[count + 1];
        for (int node = 0; node < NodeCount; node++)
        {
            strength[community[node]] += Strength[node];
            starts[community[node] + 1]++;
        }

        for (int i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var members = new int[NodeCount];
        int[] next = starts[..count];
        for (int node = 0; node < NodeCount; node++)
        {
            members[next[community[node]]++] = node;
        }

        var offsets = new int[count + 1];
        var neighbours = new List<int>();
        var weights = new List<double>();
        var linked = new double[count];
        var near = new List<int>();
        for (int joined = 0; joined < count; joined++)
        {
            near.Clear();
            foreach (int node in members.AsSpan(starts[joined], starts[joined + 1] - starts[joined]))
            {
                for (int i = Offsets[node]; i < Offsets[node + 1]; i++)
                {
                    int other = community[Neighbours[i]];
                    if (other == joined)
                    {
                        continue;
                    }

                    if (linked[other] == 0)
                    {
                        near.Add(other);
                    }

                    linked[other] += Weights[i];
                }
            }

            foreach (int other in near)
            {
                neighbours.Add(other);
                weights.Add(linked[other]);
                linked[other] = 0;
            }

            offsets[joined + 1] = neighbours.Count;
        }

        return new LouvainLevel(offsets, [.. neighbours], [.. weights], strength, TotalStrength);
    }
}
