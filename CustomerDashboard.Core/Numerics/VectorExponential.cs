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

    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int MantissaBits = 52;

    /// <summary>e to the power of each of four numbers of at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfNonPositive(Vector256<double> x)
    {
        // One instruction, which gives its second operand where either is NaN.
        Vector256<double> clamped = Vector256.MaxNative(Vector256.Create(Least), x);
        Vector256<double> shifted = (clamped * Vector256.Create(1 / Math.Log(2))) + Vector256.Create(IntegerShift);
        Vector256<double> powers = shifted - Vector256.Create(IntegerShift);
        Vector256<double> rest = clamped - (powers * Vector256.Create(Ln2High)) - (powers * Vector256.Create(Ln2Low));

        // Taylor's series up to the 13th power, in halves that do not wait for each other; |rest| is at most ln 2 / 2.
        Vector256<double> square = rest * rest;
        Vector256<double> even = Vector256.Create(1.0 / 479001600);
        Vector256<double> odd = Vector256.Create(1.0 / 6227020800);
        even = (even * square) + Vector256.Create(1.0 / 3628800);
        odd = (odd * square) + Vector256.Create(1.0 / 39916800);
        even = (even * square) + Vector256.Create(1.0 / 40320);
        odd = (odd * square) + Vector256.Create(1.0 / 362880);
        even = (even * square) + Vector256.Create(1.0 / 720);
        odd = (odd * square) + Vector256.Create(1.0 / 5040);
        even = (even * square) + Vector256.Create(1.0 / 24);
        odd = (odd * square) + Vector256.Create(1.0 / 120);
        even = (even * square) + Vector256.Create(1.0 / 2);
        odd = (odd * square) + Vector256.Create(1.0 / 6);
        Vector256<double> tail = (square * even) + (square * rest * odd);
        Vector256<double> mantissa = tail + rest + Vector256<double>.One;
        Vector256<long> exponent = Vector256.ShiftLeft(shifted.AsInt64(), MantissaBits);
        Vector256<double> result = (mantissa.AsInt64() + exponent).AsDouble();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Least)), Vector256<double>.Zero, result);
    }
}
