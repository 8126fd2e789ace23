using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The inner loops of k-means over sixteen points at a time. Vectors have a fixed width and there is no fused multiply-add,
/// so every machine takes the same decisions. Ranges begin at a multiple of <see cref="ColumnarPoints.Group"/>.
/// They are compiled at full strength at once, because one analysis from the command line is over before they would be found hot.
/// </summary>
internal static unsafe class NearestCentroid
{
    /// <summary>
    /// Gives each point of a range the index of its nearest centroid, the lowest index on a tie, and adds what changed to
    /// <paramref name="sumChanges"/> (k x d) and <paramref name="countChanges"/> (k).
    /// </summary>
    /// <returns>How many points changed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Assign(
        ColumnarPoints points,
        int start,
        int end,
        double[] centroids,
        long[] labels,
        double[] sumChanges,
        int[] countChanges,
        CandidateFilter? filter = null)
    {
        int dimensions = points.Dimensions;
        int clusters = countChanges.Length;
        int stride = points.Stride;
        int changed = 0;
        long* next = stackalloc long[ColumnarPoints.Group];
        int[] candidates = AllClusters(clusters);
        int candidateCount = clusters;
        filter?.FindNearest(start, end, centroids);
        fixed (double* values = points.Values, centres = centroids)
        fixed (long* labelled = labels)
        {
            for (int i = start; i < end; i += ColumnarPoints.Group)
            {
                if (filter is not null)
                {
                    candidateCount = List(filter.Candidates(i / ColumnarPoints.Group), candidates);
                    if (candidateCount == 0)
                    {
                        continue;
                    }
                }

                Vector256<double> nearest0 = Vector256.Create(double.PositiveInfinity), nearest1 = nearest0, nearest2 = nearest0, nearest3 = nearest0;
                Vector256<long> label0 = Vector256<long>.Zero, label1 = label0, label2 = label0, label3 = label0;
                for (int candidate = 0; candidate < candidateCount; candidate++)
                {
                    int cluster = candidates[candidate];
                    double* centre = centres + (cluster * dimensions);
                    SquaredDistances.OfSixteen(
                        values + i, stride, centre, dimensions,
                        out Vector256<double> distance0, out Vector256<double> distance1, out Vector256<double> distance2, out Vector256<double> distance3);
                    Vector256<long> index = Vector256.Create((long)cluster);
                    TakeNearer(distance0, index, ref nearest0, ref label0);
                    TakeNearer(distance1, index, ref nearest1, ref label1);
                    TakeNearer(distance2, index, ref nearest2, ref label2);
                    TakeNearer(distance3, index, ref nearest3, ref label3);
                }

                long* current = labelled + i;
                uint same = Vector256.Equals(label0, Vector256.Load(current)).ExtractMostSignificantBits()
                    | (Vector256.Equals(label1, Vector256.Load(current + 4)).ExtractMostSignificantBits() << 4)
                    | (Vector256.Equals(label2, Vector256.Load(current + 8)).ExtractMostSignificantBits() << 8)
                    | (Vector256.Equals(label3, Vector256.Load(current + 12)).ExtractMostSignificantBits() << 12);
                uint differing = ~same & 0xFFFF;
                if (differing == 0)
                {
                    continue;
                }

                label0.Store(next);
                label1.Store(next + 4);
                label2.Store(next + 8);
                label3.Store(next + 12);
                for (; differing != 0; differing &= differing - 1)
                {
                    int lane = BitOperations.TrailingZeroCount(differing);

                    // The padding is labelled too, lest it look changed in every round, but it is not counted.
                    if (i + lane < end)
                    {
                        Move(values + i + lane, stride, dimensions, current[lane], next[lane], sumChanges, countChanges);
                        changed++;
                    }

                    current[lane] = next[lane];
                }

                filter?.SetPresent(i / ColumnarPoints.Group, Present(next));
            }
        }

        return changed;
    }

    /// <summary>
    /// Finds the points for which leaving their cluster for another would lower the inertia, counting that both
    /// centroids move: joining costs d^2 n / (n + 1), staying d^2 n / (n - 1).
    /// </summary>
    /// <returns>How many were written to <paramref name="improvable"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int FindImprovable(
        ColumnarPoints points,
        double[] centroids,
        double[] joinWeights,
        double[] stayWeights,
        long[] labels,
        Span<int> improvable,
        CandidateFilter? filter)
    {
        int dimensions = points.Dimensions;
        int clusters = joinWeights.Length;
        int stride = points.Stride;
        int found = 0;
        int[] candidates = AllClusters(clusters);
        int candidateCount = clusters;
        filter?.FindJoinable(centroids, Leeway(joinWeights, stayWeights));
        fixed (double* values = points.Values, centres = centroids)
        fixed (long* labelled = labels)
        {
            for (int i = 0; i < points.Count; i += 8)
            {
                if (filter is not null && i % ColumnarPoints.Group == 0)
                {
                    candidateCount = List(filter.Candidates(i / ColumnarPoints.Group), candidates);
                }

                if (candidateCount == 0)
                {
                    continue;
                }

                Vector256<double> cheapest0 = Vector256.Create(double.PositiveInfinity), cheapest1 = cheapest0;
                Vector256<double> staying0 = Vector256<double>.Zero, staying1 = staying0;
                Vector256<long> label0 = Vector256.Load(labelled + i), label1 = Vector256.Load(labelled + i + 4);
                for (int candidate = 0; candidate < candidateCount; candidate++)
                {
                    int cluster = candidates[candidate];
                    double* centre = centres + (cluster * dimensions);
                    SquaredDistances.OfEight(values + i, stride, centre, dimensions, out Vector256<double> distance0, out Vector256<double> distance1);
                    Vector256<long> index = Vector256.Create((long)cluster);
                    Vector256<double> join = Vector256.Create(joinWeights[cluster]);
                    Vector256<double> stay = Vector256.Create(stayWeights[cluster]);
                    Vector256<double> own0 = Vector256.Equals(label0, index).AsDouble(), own1 = Vector256.Equals(label1, index).AsDouble();
                    staying0 = Vector256.ConditionalSelect(own0, distance0 * stay, staying0);
                    staying1 = Vector256.ConditionalSelect(own1, distance1 * stay, staying1);
                    cheapest0 = Vector256.MinNative(cheapest0, Vector256.ConditionalSelect(own0, cheapest0, distance0 * join));
                    cheapest1 = Vector256.MinNative(cheapest1, Vector256.ConditionalSelect(own1, cheapest1, distance1 * join));
                }

                uint better = Vector256.LessThan(cheapest0, staying0).ExtractMostSignificantBits()
                    | (Vector256.LessThan(cheapest1, staying1).ExtractMostSignificantBits() << 4);
                for (int lane = 0; better != 0; lane++, better >>= 1)
                {
                    if ((better & 1) != 0 && i + lane < points.Count)
                    {
                        improvable[found++] = i + lane;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>
    /// Lowers <paramref name="closest"/> to the squared distance to one more centre, written to <paramref name="result"/>, for a range.
    /// </summary>
    /// <returns>The sum of the result; the padding holds 0 and adds nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LowerToCentre(ColumnarPoints points, int start, int end, double* centre, double[] closest, double[] result)
    {
        int stride = points.Stride;
        Vector256<double> sum0 = Vector256<double>.Zero, sum1 = sum0;
        fixed (double* values = points.Values, before = closest, after = result)
        {
            for (int i = start; i < end; i += 8)
            {
                SquaredDistances.OfEight(values + i, stride, centre, points.Dimensions, out Vector256<double> distance0, out Vector256<double> distance1);
                distance0 = Vector256.MinNative(distance0, Vector256.Load(before + i));
                distance1 = Vector256.MinNative(distance1, Vector256.Load(before + i + 4));
                distance0.Store(after + i);
                distance1.Store(after + i + 4);
                sum0 += distance0;
                sum1 += distance1;
            }
        }

        return Vector256.Sum(sum0 + sum1);
    }

    /// <summary>Keeps, of four points, the nearest centroid so far; on a tie the earlier one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TakeNearer(Vector256<double> distance, Vector256<long> cluster, ref Vector256<double> nearest, ref Vector256<long> label)
    {
        label = Vector256.ConditionalSelect(Vector256.LessThan(distance, nearest).AsInt64(), cluster, label);
        nearest = Vector256.MinNative(distance, nearest);
    }

    private static int[] AllClusters(int clusters)
    {
        var all = new int[clusters];
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            all[cluster] = cluster;
        }

        return all;
    }

    private static ulong Present(long* labels)
    {
        ulong present = 0;
        for (int lane = 0; lane < ColumnarPoints.Group; lane++)
        {
            present |= 1UL << (int)labels[lane];
        }

        return present;
    }

    private static int List(ulong clusters, int[] listed)
    {
        int count = 0;
        for (; clusters != 0; clusters &= clusters - 1)
        {
            listed[count++] = BitOperations.TrailingZeroCount(clusters);
        }

        return count;
    }

    /// <summary>At most how many times as far as its own centroid another may be for a move to pay.</summary>
    private static double Leeway(double[] joinWeights, double[] stayWeights)
    {
        double leastJoin = 1;
        double mostStay = 1;
        for (int cluster = 0; cluster < joinWeights.Length; cluster++)
        {
            leastJoin = Math.Min(leastJoin, joinWeights[cluster]);
            mostStay = Math.Max(mostStay, stayWeights[cluster]);
        }

        return Math.Sqrt(mostStay / leastJoin);
    }

    private static void Move(
        double* point, int stride, int dimensions, long from, long to, double[] sumChanges, int[] countChanges)
    {
        countChanges[to]++;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            sumChanges[(to * dimensions) + dimension] += point[(long)dimension * stride];
        }

        if (from >= 0)
        {
            countChanges[from]--;
            for (int dimension = 0; dimension < dimensions; dimension++)
            {
                sumChanges[(from * dimensions) + dimension] -= point[(long)dimension * stride];
            }
        }
    }
}
