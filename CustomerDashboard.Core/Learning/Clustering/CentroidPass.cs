using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Puts every row of a large matrix to its nearest centroid and sums the rows of each cluster, in one pass over the memory and
/// without a copy of it: sixteen rows at a time are turned into columns where they stay in the first-level cache.
/// Sums are taken per block and added in block order, so they do not depend on the threads; distances have the same bits as
/// those of <see cref="NearestCentroid"/>.
/// </summary>
internal sealed unsafe class CentroidPass
{
    private const int BlockSize = 8192;
    private const int Lanes = ColumnarPoints.Group;

    private readonly Matrix _points;
    private readonly int _clusters;
    private readonly int? _degreeOfParallelism;
    private readonly Block[] _blocks;

    public CentroidPass(Matrix points, int clusters, int? degreeOfParallelism)
    {
        _points = points;
        _clusters = clusters;
        _degreeOfParallelism = degreeOfParallelism;
        _blocks = new Block[(points.Rows + BlockSize - 1) / BlockSize];
        for (int block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = new Block(clusters, points.Columns);
        }

        Labels = new int[points.Rows];
        Array.Fill(Labels, -1);
        Sums = new double[clusters * points.Columns];
        Counts = new int[clusters];
    }

    /// <summary>The nearest centroid of each row, the lowest index on a tie.</summary>
    public int[] Labels { get; }

    /// <summary>The sums of the rows of each cluster (k x d).</summary>
    public double[] Sums { get; }

    /// <summary>How many rows each cluster has.</summary>
    public int[] Counts { get; }

    /// <summary>The sum of the squared distances to the centroids.</summary>
    public double Inertia { get; private set; }

    /// <summary>How many labels the last run changed.</summary>
    public int Changed { get; private set; }

    /// <summary>Whether two centroids were equally near to a row, perhaps to its disadvantage; known after a run that watched.</summary>
    public bool HasTies { get; private set; }

    /// <summary>Runs the pass.</summary>
    public void Run(double[] centroids, bool watchTies, CancellationToken cancellationToken)
    {
        ParallelWork.Run(_blocks.Length, _degreeOfParallelism, block => RunBlock(block, centroids, watchTies), cancellationToken);
        Array.Clear(Sums);
        Array.Clear(Counts);
        Inertia = 0;
        Changed = 0;
        HasTies = false;
        foreach (Block block in _blocks)
        {
            for (int i = 0; i < Sums.Length; i++)
            {
                Sums[i] += block.Sums[i];
            }

            for (int cluster = 0; cluster < _clusters; cluster++)
            {
                Counts[cluster] += block.Counts[cluster];
            }

            Inertia += block.Inertia;
            Changed += block.Changed;
            HasTies |= block.HasTies;
        }
    }

    /// <summary>Gives the clusters new numbers, the one that stands first in the order the first, and so on.</summary>
    public void Renumber(int[] order)
    {
        var numbers = new int[order.Length];
        int[] counts = (int[])Counts.Clone();
        for (int i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = i;
            Counts[i] = counts[order[i]];
        }

        for (int point = 0; point < Labels.Length; point++)
        {
            Labels[point] = numbers[Labels[point]];
        }
    }

    // Compiled at full strength at once: a single fit may be over before it would be found hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBlock(int index, double[] centroids, bool watchTies)
    {
        Block block = _blocks[index];
        Array.Clear(block.Sums);
        Array.Clear(block.Counts);
        block.Changed = 0;
        int dimensions = _points.Columns;
        int end = Math.Min(_points.Rows, (index + 1) * BlockSize);
        long* nearest = stackalloc long[Lanes];
        double* distances = stackalloc double[Lanes];
        Vector256<double> inertia = Vector256<double>.Zero;
        Vector256<double> tied = Vector256<double>.Zero;
        double rest = 0;
        fixed (double* values = _points.Values, centres = centroids, columns = block.Columns, sums = block.Sums)
        {
            for (int start = index * BlockSize; start < end; start += Lanes)
            {
                int lanes = Math.Min(Lanes, end - start);
                double* rows = values + ((long)start * dimensions);
                Turn(rows, lanes, dimensions, columns);
                Vector256<double> near0 = Vector256.Create(double.PositiveInfinity), near1 = near0, near2 = near0, near3 = near0;
                Vector256<long> label0 = Vector256<long>.Zero, label1 = label0, label2 = label0, label3 = label0;
                for (int cluster = 0; cluster < _clusters; cluster++)
                {
                    SquaredDistances.OfSixteen(
                        columns, Lanes, centres + (cluster * dimensions), dimensions,
                        out Vector256<double> distance0, out Vector256<double> distance1, out Vector256<double> distance2, out Vector256<double> distance3);
                    Vector256<long> number = Vector256.Create((long)cluster);
                    if (watchTies)
                    {
                        tied |= Vector256.Equals(distance0, near0) | Vector256.Equals(distance1, near1)
                            | Vector256.Equals(distance2, near2) | Vector256.Equals(distance3, near3);
                    }

                    NearestCentroid.TakeNearer(distance0, number, ref near0, ref label0);
                    NearestCentroid.TakeNearer(distance1, number, ref near1, ref label1);
                    NearestCentroid.TakeNearer(distance2, number, ref near2, ref label2);
                    NearestCentroid.TakeNearer(distance3, number, ref near3, ref label3);
                }

                label0.Store(nearest);
                label1.Store(nearest + 4);
                label2.Store(nearest + 8);
                label3.Store(nearest + 12);
                if (lanes == Lanes)
                {
                    inertia += near0 + near1 + near2 + near3;
                }
                else
                {
                    near0.Store(distances);
                    near1.Store(distances + 4);
                    near2.Store(distances + 8);
                    near3.Store(distances + 12);
                    for (int lane = 0; lane < lanes; lane++)
                    {
                        rest += distances[lane];
                    }
                }

                for (int lane = 0; lane < lanes; lane++)
                {
                    int label = (int)nearest[lane];
                    block.Changed += Labels[start + lane] == label ? 0 : 1;
                    Labels[start + lane] = label;
                    block.Counts[label]++;
                    Add(rows + ((long)lane * dimensions), sums + (label * dimensions), dimensions);
                }
            }
        }

        block.Inertia = Vector256.Sum(inertia) + rest;
        block.HasTies = tied.ExtractMostSignificantBits() != 0;
    }

    /// <summary>Writes rows column after column; lanes beyond the last row repeat it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(double* rows, int lanes, int dimensions, double* columns)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            double* row = rows + ((long)Math.Min(lane, lanes - 1) * dimensions);
            double* to = columns + lane;
            for (int dimension = 0; dimension < dimensions; dimension++, to += Lanes)
            {
                *to = row[dimension];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(double* row, double* sum, int dimensions)
    {
        int i = 0;
        for (; i + 4 <= dimensions; i += 4)
        {
            (Vector256.Load(sum + i) + Vector256.Load(row + i)).Store(sum + i);
        }

        for (; i < dimensions; i++)
        {
            sum[i] += row[i];
        }
    }

    private sealed class Block(int clusters, int dimensions)
    {
        public readonly double[] Sums = new double[clusters * dimensions];
        public readonly int[] Counts = new int[clusters];
        public readonly double[] Columns = new double[Lanes * dimensions];
        public double Inertia;
        public int Changed;
        public bool HasTies;
    }
}
