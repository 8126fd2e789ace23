using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Greedy k-means++ (D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007): each further
/// centre is the best of 2 + ln k points drawn with probability proportional to their squared distance from the centres so far.
/// </summary>
internal sealed class KMeansSeeding
{
    private const int SampleBlock = 256;

    private readonly PointBlocks _blocks;
    private readonly double[] _blockSums;
    private double[] _closest;
    private double[] _candidate;
    private double[] _best;

    public KMeansSeeding(PointBlocks blocks)
    {
        _blocks = blocks;
        _blockSums = new double[blocks.Count];
        _closest = new double[blocks.Points.Stride];
        _candidate = new double[blocks.Points.Stride];
        _best = new double[blocks.Points.Stride];
    }

    /// <summary>Draws <paramref name="clusters"/> centres (k x d). There must be that many different points.</summary>
    public double[] Draw(int clusters, RandomSource random, CancellationToken cancellationToken)
    {
        ColumnarPoints points = _blocks.Points;
        var centres = new double[clusters * points.Dimensions];
        Array.Fill(_closest, double.PositiveInfinity, 0, points.Count);
        points.CopyPoint(random.NextInt(points.Count), centres.AsSpan(0, points.Dimensions));
        double potential = LowerTo(centres, 0, _closest, _closest, cancellationToken);

        int trials = 2 + (int)Math.Log(clusters);
        for (int cluster = 1; cluster < clusters; cluster++)
        {
            Span<double> centre = centres.AsSpan(cluster * points.Dimensions, points.Dimensions);
            double bestPotential = double.PositiveInfinity;
            int bestPoint = -1;
            for (int trial = 0; trial < trials; trial++)
            {
                int point = DrawByDistance(potential * random.NextDouble());
                points.CopyPoint(point, centre);
                double lowered = LowerTo(centres, cluster * points.Dimensions, _closest, _candidate, cancellationToken);
                if (lowered < bestPotential)
                {
                    bestPotential = lowered;
                    bestPoint = point;
                    (_best, _candidate) = (_candidate, _best);
                }
            }

            points.CopyPoint(bestPoint, centre);
            (_closest, _best) = (_best, _closest);
            potential = bestPotential;
        }

        return centres;
    }

    /// <summary>Replaces one of the centres by a point drawn by its squared distance from the others.</summary>
    public void Redraw(double[] centres, int clusters, int replaced, RandomSource random, CancellationToken cancellationToken)
    {
        ColumnarPoints points = _blocks.Points;
        Array.Fill(_closest, double.PositiveInfinity, 0, points.Count);
        double potential = 0;
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            if (cluster != replaced)
            {
                potential = LowerTo(centres, cluster * points.Dimensions, _closest, _closest, cancellationToken);
            }
        }

        int point = clusters == 1 ? random.NextInt(points.Count) : DrawByDistance(potential * random.NextDouble());
        points.CopyPoint(point, centres.AsSpan(replaced * points.Dimensions, points.Dimensions));
    }

    private unsafe double LowerTo(double[] centres, int offset, double[] closest, double[] result, CancellationToken cancellationToken)
    {
        _blocks.Run(
            (block, start, end) =>
            {
                fixed (double* centre = centres)
                {
                    _blockSums[block] = NearestCentroid.LowerToCentre(_blocks.Points, start, end, centre + offset, closest, result);
                }
            },
            cancellationToken);
        double sum = 0;
        for (int block = 0; block < _blockSums.Length; block++)
        {
            sum += _blockSums[block];
        }

        return sum;
    }

    /// <summary>The point at which the running sum of squared distances reaches <paramref name="target"/>.</summary>
    private int DrawByDistance(double target)
    {
        int count = _blocks.Points.Count;
        int start = 0;
        double before = 0;
        while (start + SampleBlock < count)
        {
            double here = VectorSums.Sum(_closest.AsSpan(start, SampleBlock));
            if (before + here > target)
            {
                break;
            }

            before += here;
            start += SampleBlock;
        }

        int last = -1;
        for (int point = start; point < count; point++)
        {
            if (_closest[point] > 0)
            {
                last = point;
                before += _closest[point];
                if (before > target)
                {
                    return point;
                }
            }
        }

        // Rounding can leave the target just above the whole sum: take the last point that is not a centre already.
        for (int point = count - 1; last < 0; point--)
        {
            last = _closest[point] > 0 ? point : -1;
        }

        return last;
    }
}
