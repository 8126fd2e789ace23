using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>
/// Resamples of the same customers for every figure (B. Efron's bootstrap): how often each customer is drawn, so that the mean of a
/// resample is one sum of products.
/// </summary>
internal sealed class CustomerResamples
{
    private const int Resamples = 300;
    private readonly float[][] _draws;
    private readonly int[] _places;

    /// <param name="places">The customers of this kind, as places in the figures.</param>
    /// <param name="seed">Chooses the customers of each resample.</param>
    public CustomerResamples(int[] places, int seed)
    {
        _places = places;
        var random = new RandomSource(seed);
        _draws = new float[Resamples][];
        for (int resample = 0; resample < Resamples; resample++)
        {
            var draws = new float[places.Length];
            for (int i = 0; i < places.Length; i++)
            {
                draws[random.NextInt(places.Length)]++;
            }

            _draws[resample] = draws;
        }
    }

    /// <summary>The mean of a figure over the customers, with the limits that hold 95 % of the resamples.</summary>
    public MetricInterval Mean(float[] figures)
    {
        var own = new float[_places.Length];
        double sum = 0;
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = figures[_places[i]];
            sum += own[i];
        }

        var means = new double[Resamples];
        double total = 0, squares = 0;
        for (int resample = 0; resample < Resamples; resample++)
        {
            double mean = VectorSums.Dot(_draws[resample], own) / own.Length;
            means[resample] = mean;
            total += mean;
            squares += mean * mean;
        }

        Array.Sort(means);
        double centre = total / Resamples;
        double error = Math.Sqrt(Math.Max(0, (squares / Resamples) - (centre * centre)));
        return new MetricInterval(sum / own.Length, means[(int)(0.025 * Resamples)], means[(int)(0.975 * Resamples) - 1], error, Resamples);
    }
}
