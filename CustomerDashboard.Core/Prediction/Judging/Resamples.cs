using System.Collections.Concurrent;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>
/// How often each case occurs in each of some samples drawn with replacement: drawn once for all models tested on the same number of
/// customers, so that their intervals speak of the same samples. B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993.
/// </summary>
internal sealed class Resamples(int seed)
{
    /// <summary>The samples; a standard error from so many is known to within a tenth.</summary>
    public const int Count = 100;

    /// <summary>The 0.975 quantile of the standard normal distribution.</summary>
    public const double NormalQuantile = 1.959963984540054;

    private readonly ConcurrentDictionary<int, Lazy<byte[][]>> _drawn = new();

    /// <summary>The occurrences of each of <paramref name="cases"/> cases in each sample.</summary>
    public byte[][] For(int cases) => _drawn.GetOrAdd(cases, size => new Lazy<byte[][]>(() => Draw(size))).Value;

    /// <summary>A figure with its interval from its values over the samples.</summary>
    public static JudgedValue Interval(double value, ReadOnlySpan<double> figures, double lowest, double highest)
    {
        double mean = 0, squares = 0;
        int known = 0;
        foreach (double figure in figures)
        {
            if (!double.IsNaN(figure))
            {
                known++;
                double from = figure - mean;
                mean += from / known;
                squares += from * (figure - mean);
            }
        }

        return known < 2 || double.IsNaN(value)
            ? new JudgedValue(value, double.NaN, double.NaN)
            : Within(value, Math.Sqrt(squares / (known - 1)), lowest, highest);
    }

    /// <summary>A figure with the interval of a normal error.</summary>
    public static JudgedValue Within(double value, double error, double lowest, double highest) => new(
        value, Math.Max(lowest, value - (NormalQuantile * error)), Math.Min(highest, value + (NormalQuantile * error)));

    /// <summary>The mean of values, one a case, with its interval.</summary>
    public static JudgedValue Mean(ReadOnlySpan<double> values, double lowest, double highest)
    {
        double mean = 0, squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double from = values[i] - mean;
            mean += from / (i + 1);
            squares += from * (values[i] - mean);
        }

        return Within(mean, values.Length < 2 ? 0 : Math.Sqrt(squares / (values.Length - 1) / values.Length), lowest, highest);
    }

    private byte[][] Draw(int cases)
    {
        var source = new RandomSource(seed);
        var samples = new byte[Count][];
        for (int sample = 0; sample < Count; sample++)
        {
            RandomSource random = source.Split(sample);
            var occurrences = new byte[cases];
            for (int i = 0; i < cases; i++)
            {
                ref byte times = ref occurrences[random.NextInt(cases)];
                times += times < byte.MaxValue ? (byte)1 : (byte)0;
            }

            samples[sample] = occurrences;
        }

        return samples;
    }
}
