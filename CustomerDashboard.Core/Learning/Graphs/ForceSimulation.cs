using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>The nodes of one connected part under way: each step sums pulls and pushes and moves every node a little.</summary>
internal sealed class ForceSimulation
{
    private const int NodesPerPiece = 64;

    // Below this the threads would wait for each other longer than they work.
    private const int WorthSharing = 256;

    private readonly int[] _offsets;
    private readonly int[] _targets;
    private readonly float[] _pulls;
    private readonly float[] _x;
    private readonly float[] _y;
    private readonly float[] _mass;
    private readonly float[] _moveX;
    private readonly float[] _moveY;
    private readonly float _push;
    private readonly float _reach;
    private readonly int _count;
    private readonly int? _threads;

    public ForceSimulation(Graph graph, int[] nodes, int[]? communities, ForceLayoutOptions options, double[] startX, double[] startY)
    {
        _count = nodes.Length;
        _threads = _count < WorthSharing ? 1 : options.DegreeOfParallelism;
        // Filled up to whole vectors by nodes without mass, which push nobody.
        int padded = (_count + 7) / 8 * 8;
        _x = new float[padded];
        _y = new float[padded];
        _mass = new float[padded];
        _moveX = new float[_count];
        _moveY = new float[_count];
        var place = new int[graph.NodeCount];
        for (int i = 0; i < _count; i++)
        {
            place[nodes[i]] = i;
        }

        _offsets = new int[_count + 1];
        var targets = new List<int>();
        var pulls = new List<float>();
        double pull = 0;
        double mass = 0;
        for (int i = 0; i < _count; i++)
        {
            foreach (int neighbour in graph.Neighbours(nodes[i]))
            {
                bool together = communities is null || communities[neighbour] == communities[nodes[i]];
                targets.Add(place[neighbour]);
                pulls.Add(together ? (float)options.CommunityPull : 1);
                pull += pulls[^1];
            }

            _offsets[i + 1] = targets.Count;
            // As many pushes as pulls: with more, nodes of one link would be thrown far out and leave little room for the rest.
            _mass[i] = graph.Degree(nodes[i]);
            mass += _mass[i];
        }

        _targets = [.. targets];
        _pulls = [.. pulls];
        // The drawing settles where pull x distance² summed over links equals push x mass² / 2: this puts that at a radius of about √n.
        double radius = Math.Sqrt(_count);
        _push = (float)(pull * radius * radius / 4 / (mass * mass));
        _reach = (float)radius;
        for (int i = 0; i < _count; i++)
        {
            _x[i] = (float)(startX[i] * radius / 2);
            _y[i] = (float)(startY[i] * radius / 2);
        }
    }

    public (double X, double Y) At(int node) => (_x[node], _y[node]);

    /// <summary>Moves every node once.</summary>
    /// <param name="done">The share of the steps that lie behind: steps become smaller.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Step(double done, CancellationToken cancellationToken)
    {
        float longest = (float)(_reach * 0.15 * (1 - done) * (1 - done)) + (_reach * 0.0005f);
        int pieces = (_count + NodesPerPiece - 1) / NodesPerPiece;
        ParallelWork.Run(pieces, _threads, piece => Forces(piece * NodesPerPiece, Math.Min(_count, (piece + 1) * NodesPerPiece)), cancellationToken);
        for (int i = 0; i < _count; i++)
        {
            // A node of many links feels many forces; its mass slows it down.
            float dx = _moveX[i] / _mass[i];
            float dy = _moveY[i] / _mass[i];
            float length = MathF.Sqrt((dx * dx) + (dy * dy));
            float scale = length > longest ? longest / length : 1;
            _x[i] += dx * scale;
            _y[i] += dy * scale;
        }
    }

    // Vectors of fixed width and no fused multiply-add: every machine draws the same picture.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forces(int from, int to)
    {
        ReadOnlySpan<Vector256<float>> xs = MemoryMarshal.Cast<float, Vector256<float>>(_x);
        ReadOnlySpan<Vector256<float>> ys = MemoryMarshal.Cast<float, Vector256<float>>(_y);
        ReadOnlySpan<Vector256<float>> masses = MemoryMarshal.Cast<float, Vector256<float>>(_mass);
        Vector256<float> least = Vector256.Create(1e-4f);
        for (int i = from; i < to; i++)
        {
            Vector256<float> x = Vector256.Create(_x[i]);
            Vector256<float> y = Vector256.Create(_y[i]);
            Vector256<float> sumX = Vector256<float>.Zero;
            Vector256<float> sumY = Vector256<float>.Zero;
            for (int j = 0; j < xs.Length; j++)
            {
                Vector256<float> dx = x - xs[j];
                Vector256<float> dy = y - ys[j];
                Vector256<float> push = masses[j] / ((dx * dx) + (dy * dy) + least);
                sumX += push * dx;
                sumY += push * dy;
            }

            float strength = _push * _mass[i];
            float forceX = strength * Vector256.Sum(sumX);
            float forceY = strength * Vector256.Sum(sumY);
            for (int link = _offsets[i]; link < _offsets[i + 1]; link++)
            {
                forceX += _pulls[link] * (_x[_targets[link]] - _x[i]);
                forceY += _pulls[link] * (_y[_targets[link]] - _y[i]);
            }

            _moveX[i] = forceX;
            _moveY[i] = forceY;
        }
    }
}
