namespace CustomerDashboard.Core.Numerics;

/// <summary>Gauss's hypergeometric function 2F1(a, b; c; z) of real arguments.</summary>
/// <remarks>
/// NIST Digital Library of Mathematical Functions, 15.2.1 (the series) and 15.8.1 (the transformations of Euler and Pfaff). The
/// series is summed after the transformation that leaves the smallest parameters, where its terms cancel least and fall fastest.
/// Costs O(1 / (1 - |z|)) terms.
/// </remarks>
public static class HypergeometricFunction
{
    private const int MostTerms = 200_000;

    /// <summary>The value of 2F1(a, b; c; z).</summary>
    /// <param name="a">The first upper parameter.</param>
    /// <param name="b">The second upper parameter.</param>
    /// <param name="c">The lower parameter; not zero or a negative whole number.</param>
    /// <param name="z">The argument, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The function is not defined or not finite there.</exception>
    public static double Value(double a, double b, double c, double z)
    {
        (double logFactor, double series) = Split(a, b, c, z);
        return Math.Exp(logFactor) * series;
    }

    /// <summary>
    /// 2F1(a, b; c; z) x (1 - z)^p for 0 &lt;= z &lt; 1: the product stays finite where its factors alone are too large or too small.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The function is not defined there, or z is not from 0 to below 1.</exception>
    public static double TimesPower(double a, double b, double c, double z, double p)
    {
        if (!(z >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The argument must be 0 or more.");
        }

        (double logFactor, double series) = Split(a, b, c, z);
        return Math.Exp(logFactor + (p * Log1p(-z))) * series;
    }

    private static (double LogFactor, double Series) Split(double a, double b, double c, double z)
    {
        if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c) || (c <= 0 && Math.Floor(c) == c))
        {
            throw new ArgumentOutOfRangeException(nameof(c), c, "The lower parameter may not be zero or a negative whole number, and all three must be finite.");
        }

        if (!(z < 1) || double.IsInfinity(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The argument must be below 1.");
        }

        if (z < 0)
        {
            // Pfaff: to an argument from 0 to 1.
            return Better(a, c - b, c, z / (z - 1), -a * Log1p(-z));
        }

        return Better(a, b, c, z, 0);
    }

    private static (double LogFactor, double Series) Better(double a, double b, double c, double z, double logFactor) =>
        Math.Abs(c - a) + Math.Abs(c - b) < Math.Abs(a) + Math.Abs(b)
            ? (logFactor + ((c - a - b) * Log1p(-z)), Series(c - a, c - b, c, z))
            : (logFactor, Series(a, b, c, z));

    private static double Series(double a, double b, double c, double z)
    {
        double term = 1, sum = 1;
        for (int n = 0; n < MostTerms; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            double before = sum;
            sum += term;
            // Only once the terms fall for good is a small one a sign of the end.
            if (sum == before && n > Math.Max(Math.Max(-a, -b), -c))
            {
                break;
            }
        }

        return sum;
    }

    /// <summary>ln(1 + x) without loss for small x.</summary>
    private static double Log1p(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
