using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The sampling error of any figure: the figure over many samples drawn with replacement from the cases, and the limits between which most of
/// them lie (the percentile interval). It speaks of other customers of the same kind and period, not of other periods.
/// </summary>
/// <remarks>B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993. Costs the figure once per resample.</remarks>
public static class Bootstrap
{
    /// <summary>The interval of a figure of scores for a yes/no question.</summary>
    /// <exception cref="ArgumentException">No case, lengths that differ, or cases the figure does not exist for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MetricInterval Interval(
        BinaryMetric metric,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> labels,
        BootstrapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metric);
        options ??= new BootstrapOptions();
        options.Validate();
        ClassificationMetrics.RequireUsable(scores, labels);
        double[] values = scores.ToArray();
        bool[] answers = labels.ToArray();
        int[][] strata = options.Stratified ? Strata(answers) : [[.. Enumerable.Range(0, answers.Length)]];
        return Interval(
            metric(scores, labels),
            options,
            random =>
            {
                var drawnScores = new double[values.Length];
                var drawnLabels = new bool[values.Length];
                int drawn = 0;
                foreach (int[] stratum in strata)
                {
                    for (int i = 0; i < stratum.Length; i++)
                    {
                        int chosen = stratum[random.NextInt(stratum.Length)];
                        drawnScores[drawn] = values[chosen];
                        drawnLabels[drawn++] = answers[chosen];
                    }
                }

                // Without strata a resample may have one class only, for which many figures do not exist.
                return drawnLabels.AsSpan().Contains(true) && drawnLabels.AsSpan().Contains(false) ? metric(drawnScores, drawnLabels) : double.NaN;
            },
            cancellationToken);
    }

    /// <summary>The interval of a figure of predicted against actual numbers.</summary>
    /// <exception cref="ArgumentException">No case, lengths that differ, or cases the figure does not exist for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MetricInterval Interval(
        NumericMetric metric,
        ReadOnlySpan<double> predicted,
        ReadOnlySpan<double> actual,
        BootstrapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metric);
        options ??= new BootstrapOptions();
        options.Validate();
        if (predicted.Length != actual.Length || actual.IsEmpty)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {predicted.Length} predictions and {actual.Length} actual values."),
                nameof(actual));
        }

        double[] forecasts = predicted.ToArray();
        double[] values = actual.ToArray();
        return Interval(
            metric(predicted, actual),
            options,
            random =>
            {
                var drawnForecasts = new double[values.Length];
                var drawnValues = new double[values.Length];
                for (int i = 0; i < values.Length; i++)
                {
                    int chosen = random.NextInt(values.Length);
                    drawnForecasts[i] = forecasts[chosen];
                    drawnValues[i] = values[chosen];
                }

                return metric(drawnForecasts, drawnValues);
            },
            cancellationToken);
    }

    private static MetricInterval Interval(
        double value, BootstrapOptions options, Func<RandomSource, double> resample, CancellationToken cancellationToken)
    {
        var source = new RandomSource(options.Seed);
        var figures = new double[options.Resamples];
        ParallelWork.Run(figures.Length, options.DegreeOfParallelism, i => figures[i] = resample(source.Split(i)), cancellationToken);
        double[] known = Array.FindAll(figures, figure => !double.IsNaN(figure));
        if (known.Length < 2)
        {
            return new MetricInterval(value, double.NaN, double.NaN, double.NaN, known.Length);
        }

        Array.Sort(known);
        double mean = 0;
        foreach (double figure in known)
        {
            mean += figure / known.Length;
        }

        double squares = 0;
        foreach (double figure in known)
        {
            squares += (figure - mean) * (figure - mean);
        }

        double tail = (1 - options.Level) / 2;
        return new MetricInterval(
            value, Quantile(known, tail), Quantile(known, 1 - tail), Math.Sqrt(squares / (known.Length - 1)), known.Length);
    }

    private static int[][] Strata(bool[] labels)
    {
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        return [Array.FindAll(all, i => !labels[i]), Array.FindAll(all, i => labels[i])];
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 2);
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
