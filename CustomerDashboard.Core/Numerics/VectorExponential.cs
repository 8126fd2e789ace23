using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// The exponential of four numbers at once without fused multiply-add, so that every machine rounds alike, which the platform's own
/// does not promise. Right to about two units in the last place.
/// </summary>
internal static class VectorExponential
{
    /// <summary>Below this the result is 0: e^-708 is the last power that is a normal number.</summary>
    private const double Least = -708;

    // Adding this to a number of moderate size leaves its nearest integer in the low bits.
    private const double IntegerShift = 6755399441055744;

    private const double Log2E = 1.4426950408889634074;
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int MantissaBits = 52;

    /// <summary>e to the power of each of four numbers of at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfNonPositive(Vector256<double> x)
    {
        // One instruction, which gives its second operand where either is NaN.
        Vector256<double> clamped = Vector256.MaxNative(Vector256.Create(Least), x);
        Vector256<double> shifted = (clamped * Vector256.Create(Log2E)) + Vector256.Create(IntegerShift);
        Vector256<double> powers = shifted - Vector256.Create(IntegerShift);
        Vector256<double> rest = clamped - (powers * Vector256.Create(Ln2High)) - (powers * Vector256.Create(Ln2Low));

        // (e^r - 1 - r) / r^2 for |r| up to ln 2 / 2 by Chebyshev interpolation of degree 9, good to 2e-17; even and odd powers apart,
        // so that they do not wait for each other.
        Vector256<double> square = rest * rest;
        Vector256<double> even = Vector256.Create(2.7620088445409748e-7);
        Vector256<double> odd = Vector256.Create(2.5100385495510319e-8);
        even = (even * square) + Vector256.Create(2.4801521295954374e-5);
        odd = (odd * square) + Vector256.Create(2.7557268459997065e-6);
        even = (even * square) + Vector256.Create(1.3888888917213717e-3);
        odd = (odd * square) + Vector256.Create(1.9841269863053617e-4);
        even = (even * square) + Vector256.Create(4.1666666666624128e-2);
        odd = (odd * square) + Vector256.Create(8.3333333333300618e-3);
        even = (even * square) + Vector256.Create(0.5);
        odd = (odd * square) + Vector256.Create(1.6666666666666667e-1);
        Vector256<double> tail = square * (even + (rest * odd));
        Vector256<double> mantissa = tail + rest + Vector256<double>.One;
        Vector256<long> exponent = Vector256.ShiftLeft(shifted.AsInt64(), MantissaBits);
        Vector256<double> result = (mantissa.AsInt64() + exponent).AsDouble();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Least)), Vector256<double>.Zero, result);
    }
}
