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

    /// <summary>Adds <paramref name="factor"/> times <paramref name="x"/> to <paramref name="sum"/>.</summary>
    public static void AddScaled(Span<double> sum, double factor, ReadOnlySpan<double> x)
    {
        Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(sum);
        ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x[..sum.Length]);
        Vector256<double> factors = Vector256.Create(factor);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += factors * xs[i];
        }

        for (int rest = sums.Length * Vector256<double>.Count; rest < sum.Length; rest++)
        {
            sum[rest] += factor * x[rest];
        }
    }

    /// <summary>The sum of products of two spans of the same length, in single precision.</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ReadOnlySpan<Vector256<float>> xs = MemoryMarshal.Cast<float, Vector256<float>>(x);
        ReadOnlySpan<Vector256<float>> ys = MemoryMarshal.Cast<float, Vector256<float>>(y[..x.Length]);
        Vector256<float> even = Vector256<float>.Zero;
        Vector256<float> odd = Vector256<float>.Zero;
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

        float sum = Vector256.Sum(even + odd);
        for (int rest = xs.Length * Vector256<float>.Count; rest < x.Length; rest++)
        {
            sum += x[rest] * y[rest];
        }

        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="x"/> to <paramref name="sum"/>, in single precision.</summary>
    public static void AddScaled(Span<float> sum, float factor, ReadOnlySpan<float> x)
    {
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        ReadOnlySpan<Vector256<float>> xs = MemoryMarshal.Cast<float, Vector256<float>>(x[..sum.Length]);
        Vector256<float> factors = Vector256.Create(factor);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += factors * xs[i];
        }

        for (int rest = sums.Length * Vector256<float>.Count; rest < sum.Length; rest++)
        {
            sum[rest] += factor * x[rest];
        }
    }
}
