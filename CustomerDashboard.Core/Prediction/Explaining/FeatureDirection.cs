using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>Whether more of a feature raises or lowers forecasts.</summary>
internal static class FeatureDirection
{
    /// <summary>Spearman's correlation of values with parts, over the customers whose value is known; 0 where either does not vary.</summary>
    public static double Of(double[] values, double[] parts)
    {
        int[] known = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i]))];
        if (known.Length < 3)
        {
            return 0;
        }

        double correlation = RegressionMetrics.Spearman(Array.ConvertAll(known, i => values[i]), Array.ConvertAll(known, i => parts[i]));
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    /// <summary>Where each value stands among the values, 0 to 1, equal values alike; NaN where it is not known.</summary>
    public static float[] Levels(double[] values)
    {
        double[] sorted = Array.FindAll(values, value => !double.IsNaN(value));
        Array.Sort(sorted);
        return Array.ConvertAll(values, value =>
        {
            if (double.IsNaN(value))
            {
                return float.NaN;
            }

            if (sorted[0] == sorted[^1])
            {
                return 0.5f;
            }

            int below = Array.BinarySearch(sorted, value);
            int first = below;
            int last = below;
            while (first > 0 && sorted[first - 1] == value)
            {
                first--;
            }

            while (last < sorted.Length - 1 && sorted[last + 1] == value)
            {
                last++;
            }

            return (first + last) / 2f / (sorted.Length - 1);
        });
    }
}
