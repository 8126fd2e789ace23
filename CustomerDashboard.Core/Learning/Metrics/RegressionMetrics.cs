using System.Globalization;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Metrics of predicted against actual numbers, in the units of the target; all O(n) or O(n log n).</summary>
public static class RegressionMetrics
{
    /// <summary>Mean distance between predicted and actual.</summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static double MeanAbsoluteError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        RequireUsable(predicted, actual);
        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            sum += Math.Abs(predicted[i] - actual[i]);
        }

        return sum / actual.Length;
    }

    /// <summary>Median distance between predicted and actual.</summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static double MedianAbsoluteError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        RequireUsable(predicted, actual);
        var errors = new double[actual.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = Math.Abs(predicted[i] - actual[i]);
        }

        Array.Sort(errors);
        int middle = errors.Length / 2;
        return errors.Length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2;
    }

    /// <summary>Square root of the mean squared distance.</summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static double RootMeanSquaredError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        RequireUsable(predicted, actual);
        return Math.Sqrt(SquaredError(predicted, actual) / actual.Length);
    }

    /// <summary>
    /// R2: the share of the actual values' variance that the prediction explains; negative where the mean would have been
    /// better. NaN where all actual values are equal.
    /// </summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static double R2(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        RequireUsable(predicted, actual);
        double mean = Sum(actual) / actual.Length;
        double variance = 0;
        bool constant = true;
        foreach (double value in actual)
        {
            variance += (value - mean) * (value - mean);
            constant &= value == actual[0];
        }

        return constant ? double.NaN : 1 - (SquaredError(predicted, actual) / variance);
    }

    /// <summary>Spearman's rank correlation, ties at their mean rank; NaN where either side is constant.</summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static double Spearman(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        RequireUsable(predicted, actual);
        double[] first = Ranks(predicted);
        double[] second = Ranks(actual);
        double mean = (actual.Length + 1) / 2.0;
        double product = 0, firstSquares = 0, secondSquares = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double a = first[i] - mean;
            double b = second[i] - mean;
            product += a * b;
            firstSquares += a * a;
            secondSquares += b * b;
        }

        return firstSquares == 0 || secondSquares == 0 ? double.NaN : product / Math.Sqrt(firstSquares * secondSquares);
    }

    /// <summary>Sum of predicted over sum of actual: 1 when the total is right. NaN where the actual total is 0.</summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static double TotalRatio(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        RequireUsable(predicted, actual);
        double total = Sum(actual);
        return total == 0 ? double.NaN : Sum(predicted) / total;
    }

    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (int start = 0; start < sorted.Length;)
        {
            int end = start;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (int i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    private static double SquaredError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            sum += (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static void RequireUsable(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        if (predicted.Length != actual.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {predicted.Length} predictions but {actual.Length} actual values."),
                nameof(actual));
        }

        if (actual.IsEmpty)
        {
            throw new ArgumentException("There is no case to judge.", nameof(actual));
        }

        for (int i = 0; i < actual.Length; i++)
        {
            if (!double.IsFinite(predicted[i]) || !double.IsFinite(actual[i]))
            {
                throw new ArgumentException("A predicted or actual value is missing (NaN) or infinite.", nameof(predicted));
            }
        }
    }
}
