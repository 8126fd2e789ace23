namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// The step-up correction of Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995, 289-300): of the findings
/// whose adjusted value is at most q, at most a share q is expected to be there by chance.
/// </summary>
public static class FalseDiscovery
{
    /// <summary>The adjusted values, in the order given; never below the p-value, never above 1. O(n log n).</summary>
    /// <param name="pValues">The p-values of the tests that are kept.</param>
    /// <param name="tests">How many tests were made in all, those not kept too (their p-values being larger); at least as many as are given.</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues, long? tests = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tests ?? pValues.Length, pValues.Length, nameof(tests));
        double all = tests ?? pValues.Length;
        double[] sorted = pValues.ToArray();
        var order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var adjusted = new double[sorted.Length];
        double least = 1;
        for (int rank = sorted.Length - 1; rank >= 0; rank--)
        {
            least = Math.Min(least, sorted[rank] * all / (rank + 1));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }
}
