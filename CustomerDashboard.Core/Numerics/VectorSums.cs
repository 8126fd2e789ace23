using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// Sums over spans with four lanes of fixed width and no fused multiply-add, so that every machine rounds alike.
/// </summary>
internal static class VectorSums
{
    /// <summary>The sum of products of two spans of the same length.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
        ReadOnlySpan<Vector256<double>> ys = MemoryMarshal.Cast<double, Vector256<double>>(y[..x.Length]);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i + 1 < xs.Length; i += 2)
        {
            even += xs[i] * ys[i];
            odd += xs[i + 1] * ys[i + 1];
        }

        if (i < xs.Length)
        {
            even += xs[i] * ys[i];
        }

        double sum = Vector256.Sum(even + odd);
        for (int rest = xs.Length * Vector256<double>.Count; rest < x.Length; rest++)
        {
            sum += x[rest] * y[rest];
        }

        return sum;
    }

    /// <summary>The sum of a span.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i + 1 < xs.Length; i += 2)
        {
            even += xs[i];
            odd += xs[i + 1];
        }

        if (i < xs.Length)
        {
            even += xs[i];
        }

        double sum = Vector256.Sum(even + odd);
        for (int rest = xs.Length * Vector256<double>.Count; rest < x.Length; rest++)
        {
            sum += x[rest];
        }

        return sum;
    }
}
