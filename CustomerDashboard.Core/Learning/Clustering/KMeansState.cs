using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Labels, sums and centroids of one start while it is being improved.</summary>
internal sealed class KMeansState
{
    private readonly PointBlocks _blocks;
    private readonly double[][] _sumChanges;
    private readonly int[][] _countChanges;
    private readonly double[] _sums;

    public KMeansState(PointBlocks blocks, int clusters, double[] centroids)
    {
        _blocks = blocks;
        Clusters = clusters;
        Centroids = centroids;
        Labels = new long[blocks.Points.Stride];
        Array.Fill(Labels, -1);
        Counts = new int[clusters];
        Filter = blocks.Groups is not null && clusters <= CandidateFilter.MaximumClusters ? new CandidateFilter(blocks.Groups, clusters) : null;
        _sums = new double[centroids.Length];
        _sumChanges = new double[blocks.Count][];
        _countChanges = new int[blocks.Count][];
        for (int block = 0; block < blocks.Count; block++)
        {
            _sumChanges[block] = new double[centroids.Length];
            _countChanges[block] = new int[clusters];
        }
    }

    public ColumnarPoints Points => _blocks.Points;

    public CandidateFilter? Filter { get; }

    public int Clusters { get; }

    /// <summary>k x d.</summary>
    public double[] Centroids { get; private set; }

    public long[] Labels { get; }

    public int[] Counts { get; }

    /// <summary>Puts every point to its nearest centroid and fills clusters left empty.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Assign(CancellationToken cancellationToken)
    {
        var changed = new int[_blocks.Count];
        _blocks.Run(
            (block, start, end) =>
            {
                Array.Clear(_sumChanges[block]);
                Array.Clear(_countChanges[block]);
                changed[block] = NearestCentroid.Assign(
                    Points, start, end, Centroids, Labels, _sumChanges[block], _countChanges[block], Filter);
            },
            cancellationToken);

        bool any = false;
        for (int block = 0; block < changed.Length; block++)
        {
            if (changed[block] == 0)
            {
                continue;
            }

            any = true;
            for (int i = 0; i < _sums.Length; i++)
            {
                _sums[i] += _sumChanges[block][i];
            }

            for (int cluster = 0; cluster < Clusters; cluster++)
            {
                Counts[cluster] += _countChanges[block][cluster];
            }
        }

        for (int cluster = 0; cluster < Clusters; cluster++)
        {
            if (Counts[cluster] == 0)
            {
                FillEmpty(cluster);
                any = true;
            }
        }

        return any;
    }

    /// <summary>Moves every centroid to the mean of its points.</summary>
    /// <returns>The squared distances moved, summed.</returns>
    public double MoveCentroids()
    {
        double shift = 0;
        int dimensions = Points.Dimensions;
        for (int cluster = 0; cluster < Clusters; cluster++)
        {
            for (int i = cluster * dimensions; i < (cluster + 1) * dimensions; i++)
            {
                double next = _sums[i] / Counts[cluster];
                shift += (next - Centroids[i]) * (next - Centroids[i]);
                Centroids[i] = next;
            }
        }

        return shift;
    }

    /// <summary>Sums the points of each cluster afresh, dropping the rounding of many small changes, and moves the centroids there.</summary>
    public void Recompute()
    {
        Array.Clear(_sums);
        Array.Clear(Counts);
        for (int point = 0; point < Points.Count; point++)
        {
            Counts[Labels[point]]++;
        }

        for (int dimension = 0; dimension < Points.Dimensions; dimension++)
        {
            ReadOnlySpan<double> column = Points.Values.AsSpan(dimension * Points.Stride, Points.Count);
            for (int point = 0; point < column.Length; point++)
            {
                _sums[(Labels[point] * Points.Dimensions) + dimension] += column[point];
            }
        }

        MoveCentroids();
    }

    /// <summary>Moves one point to another cluster and both centroids with it.</summary>
    public void MovePoint(int point, int to)
    {
        int from = (int)Labels[point];
        int dimensions = Points.Dimensions;
        Labels[point] = to;
        Filter?.AddPresent(point, to);
        Counts[from]--;
        Counts[to]++;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            double coordinate = Points.Values[(dimension * Points.Stride) + point];
            _sums[(from * dimensions) + dimension] -= coordinate;
            _sums[(to * dimensions) + dimension] += coordinate;
            Centroids[(from * dimensions) + dimension] = _sums[(from * dimensions) + dimension] / Counts[from];
            Centroids[(to * dimensions) + dimension] = _sums[(to * dimensions) + dimension] / Counts[to];
        }
    }

    /// <summary>The squared distance of a point from a centroid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double SquaredDistance(int point, int cluster)
    {
        double sum = 0;
        for (int dimension = 0; dimension < Points.Dimensions; dimension++)
        {
            double difference = Points.Values[(dimension * Points.Stride) + point] - Centroids[(cluster * Points.Dimensions) + dimension];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>The sum of squared distances of the points from their centroids.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Inertia()
    {
        double total = 0;
        for (int block = 0; block < _blocks.Count; block++)
        {
            double sum = 0;
            for (int point = PointBlocks.Start(block); point < _blocks.End(block); point++)
            {
                sum += SquaredDistance(point, (int)Labels[point]);
            }

            total += sum;
        }

        return total;
    }

    /// <summary>Replaces the centroids, forgetting the labels.</summary>
    public void Restart(double[] centroids)
    {
        Centroids = centroids;
        Array.Fill(Labels, -1);
        Filter?.Clear();
        Array.Clear(Counts);
        Array.Clear(_sums);
    }

    /// <summary>Gives an empty cluster the point that is farthest from its own centroid.</summary>
    private void FillEmpty(int empty)
    {
        int farthest = -1;
        double distance = -1;
        for (int point = 0; point < Points.Count; point++)
        {
            int cluster = (int)Labels[point];
            if (Counts[cluster] > 1)
            {
                double current = SquaredDistance(point, cluster);
                if (current > distance)
                {
                    distance = current;
                    farthest = point;
                }
            }
        }

        int from = (int)Labels[farthest];
        for (int dimension = 0; dimension < Points.Dimensions; dimension++)
        {
            double coordinate = Points.Values[(dimension * Points.Stride) + farthest];
            _sums[(from * Points.Dimensions) + dimension] -= coordinate;
            _sums[(empty * Points.Dimensions) + dimension] = coordinate;
            Centroids[(empty * Points.Dimensions) + dimension] = coordinate;
        }

        Labels[farthest] = empty;
        Filter?.AddPresent(farthest, empty);
        Counts[from]--;
        Counts[empty] = 1;
    }
}
