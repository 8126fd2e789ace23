using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Says which centroids can matter to a group of points. By the triangle inequality a centroid farther from the middle of the
/// group than the nearest one by more than twice the radius is nearest to no point of the group (compare T. Kanungo et al.,
/// "An efficient k-means clustering algorithm", 2002). It changes no result, only the work.
/// </summary>
internal sealed class CandidateFilter
{
    /// <summary>Candidates and the labels present in a group are bits of one word.</summary>
    public const int MaximumClusters = 64;

    private const int Lanes = 4;

    private readonly PointGroups _groups;
    private readonly int _clusters;
    private readonly ulong[] _present;
    private readonly ulong[] _candidates;

    public CandidateFilter(PointGroups groups, int clusters)
    {
        _groups = groups;
        _clusters = clusters;
        _present = new ulong[groups.Centres.Stride];
        _candidates = new ulong[groups.Centres.Stride];
    }

    /// <summary>Forgets which labels are present.</summary>
    public void Clear() => Array.Clear(_present);

    /// <summary>Says which labels a group has, as bits.</summary>
    public void SetPresent(int group, ulong labels) => _present[group] = labels;

    /// <summary>Notes that the group of a point now has a label, and perhaps still those it had.</summary>
    public void AddPresent(int point, int label) => _present[point / ColumnarPoints.Group] |= 1UL << label;

    /// <summary>The clusters found to matter to a group, as bits; 0 when its points have the only possible label already.</summary>
    public ulong Candidates(int group) => _candidates[group];

    /// <summary>Finds, for the groups of a range of points, the centroids that can be nearest to one of their points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void FindNearest(int start, int end, double[] centroids)
    {
        double* squares = stackalloc double[MaximumClusters * Lanes];
        int endGroup = (end + ColumnarPoints.Group - 1) / ColumnarPoints.Group;
        for (int group = start / ColumnarPoints.Group; group < endGroup; group += Lanes)
        {
            Vector256<double> nearest = Vector256.Create(double.PositiveInfinity);
            Measure(group, centroids, squares);
            for (int cluster = 0; cluster < _clusters; cluster++)
            {
                nearest = Vector256.MinNative(nearest, Vector256.Load(squares + (cluster * Lanes)));
            }

            Vector256<double> radius = Vector256.LoadUnsafe(ref _groups.Radii[group]);
            Vector256<ulong> near = Within(squares, Vector256.Sqrt(nearest) + radius + radius);

            // One bit alone that is all there is already: nothing can change.
            Vector256<ulong> single = Vector256.Equals(near & (near - Vector256<ulong>.One), Vector256<ulong>.Zero);
            Vector256<ulong> same = Vector256.Equals(near, Vector256.LoadUnsafe(ref _present[group]));
            Vector256.AndNot(near, single & same).StoreUnsafe(ref _candidates[group]);
        }
    }

    /// <summary>
    /// Finds, for all groups, the clusters their points have or could gain by joining, when that means being nearer than
    /// <paramref name="leeway"/> times the distance from their own.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void FindJoinable(double[] centroids, double leeway)
    {
        double* squares = stackalloc double[MaximumClusters * Lanes];
        for (int group = 0; group < _groups.Centres.Count; group += Lanes)
        {
            Vector256<double> farthestOwn = Vector256<double>.Zero;
            Vector256<ulong> present = Vector256.LoadUnsafe(ref _present[group]);
            Measure(group, centroids, squares);
            for (int cluster = 0; cluster < _clusters; cluster++)
            {
                Vector256<ulong> bit = Vector256.Create(1UL << cluster);
                Vector256<double> has = Vector256.Equals(present & bit, bit).AsDouble();
                farthestOwn = Vector256.MaxNative(farthestOwn, Vector256.Load(squares + (cluster * Lanes)) & has);
            }

            Vector256<double> radius = Vector256.LoadUnsafe(ref _groups.Radii[group]);
            Vector256<ulong> near = Within(squares, (Vector256.Create(leeway) * (Vector256.Sqrt(farthestOwn) + radius)) + radius);
            Vector256<ulong> single = Vector256.Equals(near & (near - Vector256<ulong>.One), Vector256<ulong>.Zero);
            Vector256.AndNot(near, single).StoreUnsafe(ref _candidates[group]);
        }
    }

    /// <summary>The squared distances of four groups from all centroids.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Measure(int group, double[] centroids, double* squares)
    {
        ColumnarPoints middles = _groups.Centres;
        int dimensions = middles.Dimensions;
        fixed (double* values = middles.Values, centres = centroids)
        {
            double* centre = centres;
            for (int cluster = 0; cluster < _clusters; cluster++)
            {
                Vector256<double> sum = Vector256<double>.Zero;
                double* column = values + group;
                for (int dimension = 0; dimension < dimensions; dimension++)
                {
                    Vector256<double> difference = Vector256.Load(column) - Vector256.Create(centre[dimension]);
                    sum += difference * difference;
                    column += middles.Stride;
                }

                centre += dimensions;
                sum.Store(squares + (cluster * Lanes));
            }
        }
    }

    /// <summary>The clusters within a distance of each of four groups, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe Vector256<ulong> Within(double* squares, Vector256<double> distance)
    {
        Vector256<double> bound = distance * distance * Vector256.Create(PointGroups.Safety);
        Vector256<ulong> near = Vector256<ulong>.Zero;
        for (int cluster = 0; cluster < _clusters; cluster++)
        {
            Vector256<ulong> inside = Vector256.LessThanOrEqual(Vector256.Load(squares + (cluster * Lanes)), bound).AsUInt64();
            near |= inside & Vector256.Create(1UL << cluster);
        }

        return near;
    }
}
