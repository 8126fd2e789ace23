using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>
/// Squared distances from a place to the sixteen points of a leaf. Coordinates are added in their order and without fused
/// multiply-add, so both ends of a pair, and every machine, get the same number.
/// </summary>
internal static unsafe class LeafDistances
{
    /// <summary>Writes the sixteen squared distances and says, as bits, which are at most a bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Measure(double* place, int dimensions, double* leaf, double* squares, double bound)
    {
        Sixteen sums = Sum(place, 1, dimensions, leaf);
        sums.First.Store(squares);
        sums.Second.Store(squares + 4);
        sums.Third.Store(squares + 8);
        sums.Fourth.Store(squares + 12);
        return Below(sums, bound);
    }

    /// <summary>Says, as bits, which points of a leaf are within a squared distance of one point of another leaf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(double* otherLeaf, int lane, int dimensions, double* leaf, double squaredDistance) =>
        Below(Sum(otherLeaf + lane, KdTree.LeafSize, dimensions, leaf), squaredDistance);

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

        return Below(new Sixteen(sum0, sum1, sum2, sum3), squaredDistance);
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
            int lane = BitOperations.TrailingZeroCount(others);
            Sixteen sums = Sum(otherLeaf + lane, KdTree.LeafSize, dimensions, leaf);

            // A comparison that holds is -1 in every lane.
            count0 -= Vector256.LessThanOrEqual(sums.First, limit).AsInt64();
            count1 -= Vector256.LessThanOrEqual(sums.Second, limit).AsInt64();
            count2 -= Vector256.LessThanOrEqual(sums.Third, limit).AsInt64();
            count3 -= Vector256.LessThanOrEqual(sums.Fourth, limit).AsInt64();
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
    private static Sixteen Sum(double* place, int placeStride, int dimensions, double* leaf)
    {
        Vector256<double> sum0 = Vector256<double>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            Vector256<double> coordinate = Vector256.Create(*place);
            Vector256<double> difference0 = Vector256.Load(leaf) - coordinate;
            Vector256<double> difference1 = Vector256.Load(leaf + 4) - coordinate;
            Vector256<double> difference2 = Vector256.Load(leaf + 8) - coordinate;
            Vector256<double> difference3 = Vector256.Load(leaf + 12) - coordinate;
            sum0 += difference0 * difference0;
            sum1 += difference1 * difference1;
            sum2 += difference2 * difference2;
            sum3 += difference3 * difference3;
            leaf += KdTree.LeafSize;
            place += placeStride;
        }

        return new Sixteen(sum0, sum1, sum2, sum3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Below(in Sixteen sums, double bound)
    {
        Vector256<double> limit = Vector256.Create(bound);
        return Vector256.LessThanOrEqual(sums.First, limit).ExtractMostSignificantBits()
            | (Vector256.LessThanOrEqual(sums.Second, limit).ExtractMostSignificantBits() << 4)
            | (Vector256.LessThanOrEqual(sums.Third, limit).ExtractMostSignificantBits() << 8)
            | (Vector256.LessThanOrEqual(sums.Fourth, limit).ExtractMostSignificantBits() << 12);
    }

    private readonly struct Sixteen(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth)
    {
        public readonly Vector256<double> First = first;
        public readonly Vector256<double> Second = second;
        public readonly Vector256<double> Third = third;
        public readonly Vector256<double> Fourth = fourth;
    }
}
