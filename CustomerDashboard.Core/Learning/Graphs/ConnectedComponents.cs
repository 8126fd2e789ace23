namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// The parts of a graph that are not linked with each other, found by breadth-first search (Hopcroft and Tarjan, "Efficient
/// algorithms for graph manipulation", 1973) in time proportional to nodes and links.
/// </summary>
/// <param name="Labels">The part each node is in; 0 is the largest, of equals the one with the lowest node first.</param>
/// <param name="Sizes">The number of nodes of each part, descending.</param>
public sealed record ConnectedComponents(int[] Labels, int[] Sizes)
{
    /// <summary>Finds the parts.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="without">Nodes to leave out, by node; they get the label -1. Null leaves out none.</param>
    public static ConnectedComponents Of(Graph graph, bool[]? without = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var found = new int[graph.NodeCount];
        Array.Fill(found, -1);
        var queue = new int[graph.NodeCount];
        int parts = 0;
        for (int start = 0; start < found.Length; start++)
        {
            if (found[start] >= 0 || without?[start] == true)
            {
                continue;
            }

            int end = 0;
            queue[end++] = start;
            found[start] = parts;
            for (int head = 0; head < end; head++)
            {
                foreach (int neighbour in graph.Neighbours(queue[head]))
                {
                    if (found[neighbour] < 0 && without?[neighbour] != true)
                    {
                        found[neighbour] = parts;
                        queue[end++] = neighbour;
                    }
                }
            }

            parts++;
        }

        int[] sizes = BySize(found, parts);
        return new ConnectedComponents(found, sizes);
    }

    /// <summary>Numbers groups anew by size, the largest first, of equals the one whose first member comes first; returns the sizes.</summary>
    internal static int[] BySize(int[] labels, int count)
    {
        var sizes = new int[count];
        var first = new int[count];
        Array.Fill(first, labels.Length);
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            if (labels[i] >= 0)
            {
                sizes[labels[i]]++;
                first[labels[i]] = i;
            }
        }

        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => sizes[a] != sizes[b] ? sizes[b].CompareTo(sizes[a]) : first[a].CompareTo(first[b]));
        var rank = new int[count];
        var ordered = new int[count];
        for (int i = 0; i < count; i++)
        {
            rank[order[i]] = i;
            ordered[i] = sizes[order[i]];
        }

        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = labels[i] < 0 ? -1 : rank[labels[i]];
        }

        return ordered;
    }
}
