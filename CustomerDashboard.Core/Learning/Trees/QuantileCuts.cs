using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// The thresholds a column may be split at: halfway between neighbouring values where the values are few, else between
/// bins of about equally many rows. Values that many rows share get a bin of their own.
/// </summary>
internal static class QuantileCuts
{
    /// <summary>Columns longer than this are judged by a random sample of so many rows.</summary>
    public const int SampleRows = 1 << 18;

    /// <summary>At most <paramref name="mostBins"/> - 1 cuts, ascending; none for a column with fewer than two values.</summary>
    public static double[] Of(Matrix points, int column, int mostBins)
    {
        double[] values = Present(points, column);
        Array.Sort(values);
        int distinct = values.Length == 0 ? 0 : 1;
        for (int i = 1; i < values.Length; i++)
        {
            distinct += values[i] > values[i - 1] ? 1 : 0;
        }

        var cuts = new List<double>(Math.Min(distinct, mostBins));
        bool each = distinct <= mostBins;
        int binStart = 0;
        for (int i = 1; i < values.Length && cuts.Count < mostBins - 1; i++)
        {
            if (!(values[i] > values[i - 1]))
            {
                continue;
            }

            // Rows left over bins left: a crowded value that overfills its bin does not starve the bins after it.
            double target = (double)(values.Length - binStart) / (mostBins - cuts.Count);
            if (each || i - binStart >= target || RunLength(values, i) >= target)
            {
                cuts.Add(Midpoint(values[i - 1], values[i]));
                binStart = i;
            }
        }

        return [.. cuts];
    }

    /// <summary>A threshold that keeps <paramref name="lower"/> at or below it and <paramref name="upper"/> above it.</summary>
    public static double Midpoint(double lower, double upper)
    {
        double middle = lower + ((upper - lower) / 2);

        // Neighbouring doubles have nothing between them; the lower one keeps the upper value to the right.
        return middle >= upper || !double.IsFinite(middle) ? lower : middle;
    }

    private static int RunLength(double[] values, int start)
    {
        int end = start + 1;
        while (end < values.Length && values[end] == values[start])
        {
            end++;
        }

        return end - start;
    }

    private static double[] Present(Matrix points, int column)
    {
        int[]? sample = points.Rows > SampleRows ? new RandomSource(column).SampleWithoutReplacement(points.Rows, SampleRows) : null;
        var values = new double[sample?.Length ?? points.Rows];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = points[sample is null ? i : sample[i], column];
            if (!double.IsNaN(value))
            {
                values[count++] = value;
            }
        }

        return count == values.Length ? values : values[..count];
    }
}
