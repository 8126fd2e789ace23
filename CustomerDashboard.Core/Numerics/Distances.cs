using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Numerics;

/// <summary>Distances between two points of the same dimension; each costs O(d).</summary>
public static class Distances
{
    /// <summary>The sum of squared differences.</summary>
    /// <exception cref="ArgumentException">The points differ in dimension.</exception>
    public static double SquaredEuclidean(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameDimension(x, y);
        double sum = 0;
        int i = 0;

        // Below two vectors the set-up costs more than it saves. The width is fixed so that every machine rounds alike.
        if (x.Length >= 2 * Vector256<double>.Count)
        {
            ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
            ReadOnlySpan<Vector256<double>> ys = MemoryMarshal.Cast<double, Vector256<double>>(y);
            Vector256<double> sums = Vector256<double>.Zero;
            for (int v = 0; v < xs.Length; v++)
            {
                Vector256<double> difference = xs[v] - ys[v];
                sums += difference * difference;
            }

            sum = Vector256.Sum(sums);
            i = xs.Length * Vector256<double>.Count;
        }

        for (; i < x.Length; i++)
        {
            double difference = x[i] - y[i];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>The straight-line distance.</summary>
    /// <exception cref="ArgumentException">The points differ in dimension.</exception>
    public static double Euclidean(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Math.Sqrt(SquaredEuclidean(x, y));

    /// <summary>The sum of absolute differences.</summary>
    /// <exception cref="ArgumentException">The points differ in dimension.</exception>
    public static double Manhattan(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameDimension(x, y);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Abs(x[i] - y[i]);
        }

        return sum;
    }

    /// <summary>One minus the cosine of the angle between the points, from 0 to 2; 1 when either is the origin.</summary>
    /// <exception cref="ArgumentException">The points differ in dimension.</exception>
    public static double Cosine(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameDimension(x, y);
        double norms = TensorPrimitives.Norm(x) * TensorPrimitives.Norm(y);
        return norms == 0 ? 1 : 1 - Math.Clamp(TensorPrimitives.Dot(x, y) / norms, -1, 1);
    }

    private static void RequireSameDimension(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"The points have {x.Length} and {y.Length} coordinates; a distance needs the same number.");
        }
    }
}
