namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>
/// A graph without direction, loops or double links, as compressed rows: the neighbours of a node lie side by side,
/// ascending. Takes 12 bytes for each end of a link.
/// </summary>
public sealed class Graph
{
    private readonly int[] _offsets;
    private readonly int[] _neighbours;
    private readonly double[] _weights;

    private Graph(int[] offsets, int[] neighbours, double[] weights) => (_offsets, _neighbours, _weights) = (offsets, neighbours, weights);

    public int NodeCount => _offsets.Length - 1;

    public int EdgeCount => _neighbours.Length / 2;

    /// <summary>The share of all possible links that exist; 0 for fewer than two nodes.</summary>
    public double Density => NodeCount < 2 ? 0 : EdgeCount / (NodeCount * (NodeCount - 1.0) / 2);

    internal ReadOnlySpan<int> Offsets => _offsets;

    internal ReadOnlySpan<int> AllNeighbours => _neighbours;

    /// <summary>Builds a graph in time proportional to nodes and links.</summary>
    /// <param name="nodeCount">How many nodes there are; nodes without a link are allowed.</param>
    /// <param name="edges">Each link once, in any order.</param>
    /// <exception cref="ArgumentException">A link names a node that does not exist, joins a node to itself, comes twice, or has a weight that is not a positive number.</exception>
    public static Graph FromEdges(int nodeCount, ReadOnlySpan<GraphEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        var offsets = new int[nodeCount + 1];
        foreach (GraphEdge edge in edges)
        {
            Require(edge, nodeCount);
            offsets[edge.From + 1]++;
            offsets[edge.To + 1]++;
        }

        for (int node = 0; node < nodeCount; node++)
        {
            offsets[node + 1] += offsets[node];
        }

        var neighbours = new int[2 * edges.Length];
        var weights = new double[neighbours.Length];
        int[] next = offsets[..nodeCount];
        foreach (GraphEdge edge in edges)
        {
            (neighbours[next[edge.From]], weights[next[edge.From]++]) = (edge.To, edge.Weight);
            (neighbours[next[edge.To]], weights[next[edge.To]++]) = (edge.From, edge.Weight);
        }

        for (int node = 0; node < nodeCount; node++)
        {
            Span<int> row = neighbours.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);
            row.Sort(weights.AsSpan(offsets[node], row.Length));
            for (int i = 1; i < row.Length; i++)
            {
                if (row[i] == row[i - 1])
                {
                    throw new ArgumentException($"The link between nodes {node} and {row[i]} comes twice; each may come once.", nameof(edges));
                }
            }
        }

        return new Graph(offsets, neighbours, weights);
    }

    /// <summary>The neighbours of a node, ascending.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => _neighbours.AsSpan(_offsets[node], _offsets[node + 1] - _offsets[node]);

    /// <summary>The weights of the links to <see cref="Neighbours"/>, in the same order.</summary>
    public ReadOnlySpan<double> Weights(int node) => _weights.AsSpan(_offsets[node], _offsets[node + 1] - _offsets[node]);

    /// <summary>How many neighbours a node has.</summary>
    public int Degree(int node) => _offsets[node + 1] - _offsets[node];

    /// <summary>The sum of the weights of a node's links.</summary>
    public double Strength(int node)
    {
        double sum = 0;
        foreach (double weight in Weights(node))
        {
            sum += weight;
        }

        return sum;
    }

    private static void Require(GraphEdge edge, int nodeCount)
    {
        if ((uint)edge.From >= (uint)nodeCount || (uint)edge.To >= (uint)nodeCount)
        {
            throw new ArgumentException($"A link joins nodes {edge.From} and {edge.To}, but there are only nodes 0 to {nodeCount - 1}.", nameof(edge));
        }

        if (edge.From == edge.To)
        {
            throw new ArgumentException($"A link joins node {edge.From} to itself.", nameof(edge));
        }

        if (!(edge.Weight > 0) || double.IsInfinity(edge.Weight))
        {
            throw new ArgumentException($"The link between nodes {edge.From} and {edge.To} has the weight {edge.Weight}; weights are positive numbers.", nameof(edge));
        }
    }
}
