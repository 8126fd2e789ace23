using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// Squared Euclidean distances of neighbouring points of a <see cref="ColumnarPoints"/> to one centre, for the inner loops
/// that keep them in registers. There is no fused multiply-add and the sum runs over the dimensions in their order, so every
/// machine gets the same bits.
/// </summary>
internal static unsafe class SquaredDistances
{
    /// <summary>Of sixteen points.</summary>
    /// <param name="column">The first dimension of the first point.</param>
    /// <param name="stride">The way to the next dimension.</param>
    /// <param name="centre">The centre's coordinates.</param>
    /// <param name="dimensions">How many there are.</param>
    /// <param name="distance0">Points 0 to 3.</param>
    /// <param name="distance1">Points 4 to 7.</param>
    /// <param name="distance2">Points 8 to 11.</param>
    /// <param name="distance3">Points 12 to 15.</param>
    /// <param name="centreStride">The way to the centre's next coordinate.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfSixteen(
        double* column,
        int stride,
        double* centre,
        int dimensions,
        out Vector256<double> distance0,
        out Vector256<double> distance1,
        out Vector256<double> distance2,
        out Vector256<double> distance3,
        int centreStride = 1)
    {
        Vector256<double> sum0 = Vector256<double>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            Vector256<double> coordinate = Vector256.Create(*centre);
            Vector256<double> difference0 = Vector256.Load(column) - coordinate;
            Vector256<double> difference1 = Vector256.Load(column + 4) - coordinate;
            Vector256<double> difference2 = Vector256.Load(column + 8) - coordinate;
            Vector256<double> difference3 = Vector256.Load(column + 12) - coordinate;
            sum0 += difference0 * difference0;
            sum1 += difference1 * difference1;
            sum2 += difference2 * difference2;
            sum3 += difference3 * difference3;
            column += stride;
            centre += centreStride;
        }

        distance0 = sum0;
        distance1 = sum1;
        distance2 = sum2;
        distance3 = sum3;
    }

    /// <summary>Of eight points, for loops that need the other registers themselves.</summary>
    /// <param name="column">The first dimension of the first point.</param>
    /// <param name="stride">The way to the next dimension.</param>
    /// <param name="centre">The centre's coordinates.</param>
    /// <param name="dimensions">How many there are.</param>
    /// <param name="distance0">Points 0 to 3.</param>
    /// <param name="distance1">Points 4 to 7.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfEight(
        double* column, int stride, double* centre, int dimensions, out Vector256<double> distance0, out Vector256<double> distance1)
    {
        Vector256<double> sum0 = Vector256<double>.Zero, sum1 = sum0;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            Vector256<double> coordinate = Vector256.Create(centre[dimension]);
            Vector256<double> difference0 = Vector256.Load(column) - coordinate;
            Vector256<double> difference1 = Vector256.Load(column + 4) - coordinate;
            sum0 += difference0 * difference0;
            sum1 += difference1 * difference1;
            column += stride;
        }

        distance0 = sum0;
        distance1 = sum1;
    }
}
