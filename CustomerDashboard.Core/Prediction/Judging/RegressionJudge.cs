using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Turns forecasts and what came of them into every metric of a question about a number.</summary>
internal static class RegressionJudge
{
    public static RegressionJudgement Judge(
        double[] predicted, double[] actual, int trainedOn, Resamples resamples, FoldSummary? folds = null)
    {
        RegressionSummary summary = RegressionSummary.Of(predicted, actual);
        var errors = new double[actual.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = Math.Abs(predicted[i] - actual[i]);
        }

        byte[][] samples = resamples.For(actual.Length);
        var roots = new double[samples.Length];
        var explained = new double[samples.Length];
        var ratios = new double[samples.Length];
        for (int sample = 0; sample < samples.Length; sample++)
        {
            (roots[sample], explained[sample], ratios[sample]) = Of(predicted, actual, samples[sample]);
        }

        return new RegressionJudgement
        {
            Customers = actual.Length,
            TrainedOn = trainedOn,
            Folds = folds,
            MeanAbsoluteError = Resamples.Mean(errors, 0, double.PositiveInfinity),
            RootMeanSquaredError = Resamples.Interval(summary.RootMeanSquaredError, roots, 0, double.PositiveInfinity),
            MedianAbsoluteError = Median(errors),
            R2 = Resamples.Interval(summary.R2, explained, double.NegativeInfinity, 1),
            Spearman = Rank(summary.Spearman, actual.Length),
            TotalRatio = Resamples.Interval(summary.TotalRatio, ratios, double.NegativeInfinity, double.PositiveInfinity),
            Predicted = Array.ConvertAll(predicted, v => (float)v),
            Actual = Array.ConvertAll(actual, v => (float)v),
        };
    }

    private static (double Root, double Explained, double Ratio) Of(double[] predicted, double[] actual, byte[] times)
    {
        double sum = 0, squares = 0, misses = 0, foretold = 0;
        long count = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double weight = times[i];
            double miss = predicted[i] - actual[i];
            count += times[i];
            sum += weight * actual[i];
            squares += weight * actual[i] * actual[i];
            misses += weight * miss * miss;
            foretold += weight * predicted[i];
        }

        double spread = squares - (sum * sum / count);
        return (
            Math.Sqrt(misses / count),
            spread > 0 ? 1 - (misses / spread) : double.NaN,
            sum == 0 ? double.NaN : foretold / sum);
    }

    /// <summary>The median with the order statistics that hold it between them in 95 of 100 samples.</summary>
    private static JudgedValue Median(double[] errors)
    {
        double[] sorted = [.. errors];
        Array.Sort(sorted);
        double half = sorted.Length / 2.0;
        double margin = Resamples.NormalQuantile * Math.Sqrt(sorted.Length) / 2;
        int lower = Math.Clamp((int)Math.Floor(half - margin), 0, sorted.Length - 1);
        int upper = Math.Clamp((int)Math.Ceiling(half + margin), 0, sorted.Length - 1);
        return new JudgedValue((sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2), sorted[lower], sorted[upper]);
    }

    /// <summary>A rank correlation with the interval of Fisher's z, its variance widened as Bonett and Wright (2000) advise for ranks.</summary>
    private static JudgedValue Rank(double correlation, int count)
    {
        if (double.IsNaN(correlation) || count < 5 || Math.Abs(correlation) >= 1)
        {
            return new JudgedValue(correlation, double.NaN, double.NaN);
        }

        double z = Math.Atanh(correlation);
        double margin = Resamples.NormalQuantile * Math.Sqrt((1 + (correlation * correlation / 2)) / (count - 3));
        return new JudgedValue(correlation, Math.Tanh(z - margin), Math.Tanh(z + margin));
    }
}
