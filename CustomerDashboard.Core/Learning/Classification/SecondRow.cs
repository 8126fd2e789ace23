using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Finds the row whose fall, with the rise of the first, lowers the objective of the support vector machine most to second order.</summary>
internal static unsafe class SecondRow
{
    /// <summary>Two rows alike give no curvature to divide by.</summary>
    public const double LeastCurvature = 1e-12;

    /// <param name="firstRow">The likeness of every row to the first.</param>
    /// <param name="gradients">The slope of the objective in every row's coefficient.</param>
    /// <param name="canFall">0 for rows that may fall, minus infinity for the others.</param>
    /// <param name="diagonals">The likeness of every row to itself.</param>
    /// <param name="ownDiagonal">That of the first.</param>
    /// <param name="largestRise">What the first gains by rising.</param>
    /// <returns>The row; -1 for none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Select(
        ReadOnlySpan<float> firstRow, double[] gradients, double[] canFall, double[] diagonals, double ownDiagonal, double largestRise)
    {
        Vector256<double> rise = Vector256.Create(largestRise);
        Vector256<double> self = Vector256.Create(ownDiagonal);
        Vector256<double> least = Vector256.Create(LeastCurvature);
        Vector256<double> squares0 = Vector256<double>.Zero, squares1 = squares0, where0 = squares0, where1 = squares0;
        Vector256<double> curves0 = Vector256<double>.One, curves1 = curves0;
        Vector256<double> here0 = Vector256.Create(0.0, 1, 2, 3), here1 = Vector256.Create(4.0, 5, 6, 7);
        Vector256<double> eight = Vector256.Create(8.0);
        fixed (double* gradient = gradients, fall = canFall, diagonal = diagonals)
        {
            fixed (float* values = firstRow)
            {
                for (int i = 0; i < gradients.Length; i += 8)
                {
                    Vector256<float> likeness = Vector256.Load(values + i);
                    likeness += likeness;
                    Vector256<double> gain0 = rise + Vector256.Load(gradient + i) + Vector256.Load(fall + i);
                    Vector256<double> gain1 = rise + Vector256.Load(gradient + i + 4) + Vector256.Load(fall + i + 4);
                    Vector256<double> curve0 = self + Vector256.Load(diagonal + i) - Vector256.WidenLower(likeness);
                    Vector256<double> curve1 = self + Vector256.Load(diagonal + i + 4) - Vector256.WidenUpper(likeness);
                    Compare(gain0, curve0, least, here0, ref squares0, ref curves0, ref where0);
                    Compare(gain1, curve1, least, here1, ref squares1, ref curves1, ref where1);
                    here0 += eight;
                    here1 += eight;
                }
            }
        }

        int second = -1;
        double best = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            Choose(squares0[lane] / curves0[lane], (int)where0[lane], ref best, ref second);
            Choose(squares1[lane] / curves1[lane], (int)where1[lane], ref best, ref second);
        }

        return second;

        static void Choose(double gain, int row, ref double best, ref int second)
        {
            if (gain > best || (gain == best && gain > 0 && row < second))
            {
                best = gain;
                second = row;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Compare(
        Vector256<double> gain,
        Vector256<double> curve,
        Vector256<double> least,
        Vector256<double> here,
        ref Vector256<double> squares,
        ref Vector256<double> curves,
        ref Vector256<double> where)
    {
        gain = Vector256.MaxNative(gain, Vector256<double>.Zero);
        curve = Vector256.MaxNative(curve, least);
        Vector256<double> square = gain * gain;

        // square / curve > squares / curves without the divisions, which would take most of the time.
        Vector256<double> better = Vector256.GreaterThan(square * curves, squares * curve);
        squares = Vector256.ConditionalSelect(better, square, squares);
        curves = Vector256.ConditionalSelect(better, curve, curves);
        where = Vector256.ConditionalSelect(better, here, where);
    }
}
