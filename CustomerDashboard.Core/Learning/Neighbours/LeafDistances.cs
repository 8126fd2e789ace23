using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>
/// Squared distances to the sixteen points of a leaf of a <see cref="KdTree"/>. Both ends of a pair get the same number,
/// because coordinates are added in their order.
/// </summary>
internal static unsafe class LeafDistances
{
    /// <summary>Writes the sixteen squared distances from a place and says, as bits, which are at most a bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Measure(double* place, int dimensions, double* leaf, double* squares, double bound)
    {
        SquaredDistances.OfSixteen(
            leaf, KdTree.LeafSize, place, dimensions,
            out Vector256<double> sum0, out Vector256<double> sum1, out Vector256<double> sum2, out Vector256<double> sum3);
        sum0.Store(squares);
        sum1.Store(squares + 4);
        sum2.Store(squares + 8);
        sum3.Store(squares + 12);
        return AtMost(bound, sum0, sum1, sum2, sum3);
    }

    /// <summary>Says, as bits, which points of a leaf are within a squared distance of one point of another leaf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(double* otherLeaf, int lane, int dimensions, double* leaf, double squaredDistance)
    {
        SquaredDistances.OfSixteen(
            leaf, KdTree.LeafSize, otherLeaf + lane, dimensions,
            out Vector256<double> sum0, out Vector256<double> sum1, out Vector256<double> sum2, out Vector256<double> sum3, KdTree.LeafSize);
        return AtMost(squaredDistance, sum0, sum1, sum2, sum3);
    }

    /// <summary>Says, as bits, which points of a leaf are within a squared distance of a box (its smallest coordinates, then its largest).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WithinOfBox(double* leaf, int dimensions, double* box, double squaredDistance)
    {
        Vector256<double> sum0 = Vector256<double>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            Vector256<double> lower = Vector256.Create(box[dimension]);
            Vector256<double> upper = Vector256.Create(box[dimensions + dimension]);
            Vector256<double> gap0 = Gap(Vector256.Load(leaf), lower, upper);
            Vector256<double> gap1 = Gap(Vector256.Load(leaf + 4), lower, upper);
            Vector256<double> gap2 = Gap(Vector256.Load(leaf + 8), lower, upper);
            Vector256<double> gap3 = Gap(Vector256.Load(leaf + 12), lower, upper);
            sum0 += gap0 * gap0;
            sum1 += gap1 * gap1;
            sum2 += gap2 * gap2;
            sum3 += gap3 * gap3;
            leaf += KdTree.LeafSize;
        }

        return AtMost(squaredDistance, sum0, sum1, sum2, sum3);
    }

    /// <summary>Adds, to the counts of the points of a leaf, how many of some points of another leaf are within a squared distance of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CountWithin(double* otherLeaf, uint others, int dimensions, double* leaf, double squaredDistance, long* counts)
    {
        Vector256<double> limit = Vector256.Create(squaredDistance);
        Vector256<long> count0 = Vector256.Load(counts), count1 = Vector256.Load(counts + 4);
        Vector256<long> count2 = Vector256.Load(counts + 8), count3 = Vector256.Load(counts + 12);
        for (; others != 0; others &= others - 1)
        {
            SquaredDistances.OfSixteen(
                leaf, KdTree.LeafSize, otherLeaf + BitOperations.TrailingZeroCount(others), dimensions,
                out Vector256<double> sum0, out Vector256<double> sum1, out Vector256<double> sum2, out Vector256<double> sum3, KdTree.LeafSize);

            // A comparison that holds is -1 in every lane.
            count0 -= Vector256.LessThanOrEqual(sum0, limit).AsInt64();
            count1 -= Vector256.LessThanOrEqual(sum1, limit).AsInt64();
            count2 -= Vector256.LessThanOrEqual(sum2, limit).AsInt64();
            count3 -= Vector256.LessThanOrEqual(sum3, limit).AsInt64();
        }

        count0.Store(counts);
        count1.Store(counts + 4);
        count2.Store(counts + 8);
        count3.Store(counts + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Gap(Vector256<double> value, Vector256<double> lower, Vector256<double> upper) =>
        Vector256.MaxNative(Vector256<double>.Zero, Vector256.MaxNative(lower - value, value - upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AtMost(double bound, Vector256<double> sum0, Vector256<double> sum1, Vector256<double> sum2, Vector256<double> sum3)
    {
        Vector256<double> limit = Vector256.Create(bound);
        return Vector256.LessThanOrEqual(sum0, limit).ExtractMostSignificantBits()
            | (Vector256.LessThanOrEqual(sum1, limit).ExtractMostSignificantBits() << 4)
            | (Vector256.LessThanOrEqual(sum2, limit).ExtractMostSignificantBits() << 8)
            | (Vector256.LessThanOrEqual(sum3, limit).ExtractMostSignificantBits() << 12);
    }
}
