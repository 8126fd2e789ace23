using System.Numerics.Tensors;
using MathNet.Numerics.Integration;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// The chance, in the Pareto/NBD model, of having left between the last purchase and the end of the observation: the integral of
/// (alpha + y)^-(r + x) (beta + y)^-(s + 1) over y. All its terms are positive, so nothing cancels as in the closed form by hypergeometric functions.
/// </summary>
/// <remarks>
/// Taken over the logarithm of whichever of alpha + y and beta + y is smaller, where the integrand is smooth, cut off where it has fallen by e^-45, with 16 or 40
/// points of Gauss and Legendre: relative errors stay below 1e-10 (held by tests against adaptive quadrature).
/// </remarks>
internal static class LifetimeIntegral
{
    private const int MostPoints = 40;
    private const double Negligible = 45;

    /// <summary>Enough where the integrand falls by no more than e^-10 over no more than e^4: the error is then below e^-30.</summary>
    private static readonly (double[] Abscissas, double[] Weights) Few = Points(16);

    private static readonly (double[] Abscissas, double[] Weights) Many = Points(MostPoints);

    /// <summary>The logarithm of the integral, and the means over it that its derivatives need.</summary>
    /// <param name="rate">r + x.</param>
    /// <param name="alpha">alpha.</param>
    /// <param name="life">s + 1.</param>
    /// <param name="beta">beta.</param>
    /// <param name="from">The time of the last purchase.</param>
    /// <param name="to">The end of the observation, later than <paramref name="from"/>.</param>
    public static LifetimeMoments Of(double rate, double alpha, double life, double beta, double from, double to)
    {
        // p is the exponent of the smaller sum e^u, q that of the larger, e^u + gap.
        bool alphaIsSmaller = alpha <= beta;
        double small = Math.Min(alpha, beta), gap = Math.Max(alpha, beta) - small;
        double p = (alphaIsSmaller ? rate : life) - 1, q = alphaIsSmaller ? life : rate;
        double start = Math.Log(small + from), end = Math.Log(small + to);
        double atStart = Height(start, p, q, gap);
        double fall = atStart - Height(end, p, q, gap);
        if (fall > Negligible)
        {
            end = WhereFallen(start, end, atStart - Negligible, p, q, gap);
        }

        double half = (end - start) / 2, middle = (end + start) / 2;
        (double[] abscissas, double[] weights) = fall < 10 && end - start < 4 ? Few : Many;
        int count = weights.Length;
        Span<double> room = stackalloc double[5 * MostPoints];
        Span<double> u = room[..count], lower = room.Slice(count, count), larger = room.Slice(2 * count, count);
        Span<double> log = room.Slice(3 * count, count), mass = room.Slice(4 * count, count);
        TensorPrimitives.Multiply(abscissas, half, u);
        TensorPrimitives.Add(u, middle, u);
        TensorPrimitives.Exp<double>(u, lower);
        TensorPrimitives.Add(lower, gap, larger);
        TensorPrimitives.Log<double>(larger, log);
        TensorPrimitives.Multiply(u, -p, mass);
        TensorPrimitives.MultiplyAdd(log, -q, mass, mass);
        TensorPrimitives.Subtract(mass, atStart, mass);
        TensorPrimitives.Exp<double>(mass, mass);
        TensorPrimitives.Multiply(mass, weights, mass);
        double sum = TensorPrimitives.Sum<double>(mass);
        double logSmall = TensorPrimitives.Dot<double>(mass, u), logLarge = TensorPrimitives.Dot<double>(mass, log);
        TensorPrimitives.Divide(mass, lower, lower);
        TensorPrimitives.Divide(mass, larger, larger);
        double inverseSmall = TensorPrimitives.Sum<double>(lower), inverseLarge = TensorPrimitives.Sum<double>(larger);
        double value = Math.Log(sum * half) + atStart;
        return alphaIsSmaller
            ? new LifetimeMoments(value, logSmall / sum, logLarge / sum, inverseSmall / sum, inverseLarge / sum)
            : new LifetimeMoments(value, logLarge / sum, logSmall / sum, inverseLarge / sum, inverseSmall / sum);
    }

    private static double Height(double u, double p, double q, double gap) => -(p * u) - (q * Math.Log(Math.Exp(u) + gap));

    private static double WhereFallen(double start, double end, double height, double p, double q, double gap)
    {
        (double high, double low) = (start, end);
        for (int i = 0; i < 30; i++)
        {
            double middle = (high + low) / 2;
            if (Height(middle, p, q, gap) > height)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return low;
    }

    private static (double[] Abscissas, double[] Weights) Points(int count)
    {
        var rule = new GaussLegendreRule(-1, 1, count);
        return (rule.Abscissas, rule.Weights);
    }
}
