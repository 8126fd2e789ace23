namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// The hypergeometric distribution: of <c>population</c> things <c>marked</c> are marked and <c>drawn</c> are drawn; how likely are at
/// least x marked ones among them? The upper tail is the p-value of Fisher's exact test of a two-by-two table for "more often
/// together than by chance" (R. A. Fisher, Statistical Methods for Research Workers, 1934). One instance serves one population.
/// </summary>
public sealed class Hypergeometric
{
    private readonly double[] _logFactorial;

    /// <param name="population">How many things there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The population is negative.</exception>
    public Hypergeometric(int population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        Population = population;
        _logFactorial = new double[population + 1];
        // Summing logarithms one after the other loses digits with the population; Kahan's correction keeps them.
        double lost = 0;
        for (int i = 2; i <= population; i++)
        {
            double term = Math.Log(i) - lost;
            double sum = _logFactorial[i - 1] + term;
            lost = sum - _logFactorial[i - 1] - term;
            _logFactorial[i] = sum;
        }
    }

    public int Population { get; }

    /// <summary>P(X &gt;= <paramref name="found"/>); O(terms that matter), at most min(marked, drawn) - found.</summary>
    /// <param name="marked">How many things are marked, 0 to the population.</param>
    /// <param name="drawn">How many are drawn, 0 to the population.</param>
    /// <param name="found">The number of marked ones among the drawn.</param>
    public double UpperTail(int marked, int drawn, int found)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(marked);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(marked, Population);
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, Population);
        int least = (int)Math.Max(0, (long)marked + drawn - Population), most = Math.Min(marked, drawn);
        if (found <= least)
        {
            return 1;
        }

        if (found > most)
        {
            return 0;
        }

        // Beyond the mode the terms fall towards the end: from below it, the shorter sum is the other tail.
        double mode = (marked + 1.0) * (drawn + 1.0) / (Population + 2.0);
        return found > mode
            ? Math.Min(1, Sum(marked, drawn, found, most, 1))
            : Math.Max(0, 1 - Sum(marked, drawn, found - 1, least, -1));
    }

    /// <summary>Terms from one value away from the mode, each from the one before, until they no longer count.</summary>
    private double Sum(int marked, int drawn, int from, int to, int step)
    {
        double rest = (double)Population - marked - drawn;
        double term = Math.Exp(
            Choose(marked, from) + Choose(Population - marked, drawn - from) - Choose(Population, drawn));
        double sum = term;
        for (int x = from; x != to && term > sum * 1e-17; x += step)
        {
            term *= step > 0
                ? (double)(marked - x) * (drawn - x) / ((x + 1.0) * (rest + x + 1))
                : x * (rest + x) / ((marked - x + 1.0) * (drawn - x + 1.0));
            sum += term;
        }

        return sum;
    }

    private double Choose(int n, int k) => _logFactorial[n] - _logFactorial[k] - _logFactorial[n - k];
}
