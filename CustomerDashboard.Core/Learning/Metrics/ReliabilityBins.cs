using System.Globalization;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Groups of cases by predicted probability, and how far what is said is from what is. O(n).</summary>
public static class ReliabilityBins
{
    /// <summary>Groups of equal width between 0 and 1, without the empty ones; see <see cref="ClassificationMetrics.Calibration"/> for groups of equal size.</summary>
    /// <exception cref="ArgumentException">No case, a probability outside 0 to 1, or lengths that differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one group.</exception>
    public static CalibrationBin[] EqualWidth(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int bins = 10)
    {
        ClassificationMetrics.RequireUsable(probabilities, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var counts = new int[bins];
        var positives = new int[bins];
        var sums = new double[bins];
        for (int i = 0; i < labels.Length; i++)
        {
            double probability = probabilities[i];
            if (probability is < 0 or > 1)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{probability} is not a probability."), nameof(probabilities));
            }

            int bin = Math.Min(bins - 1, (int)(probability * bins));
            counts[bin]++;
            positives[bin] += labels[i] ? 1 : 0;
            sums[bin] += probability;
        }

        var result = new List<CalibrationBin>(bins);
        for (int bin = 0; bin < bins; bin++)
        {
            if (counts[bin] > 0)
            {
                result.Add(new CalibrationBin(counts[bin], sums[bin] / counts[bin], (double)positives[bin] / counts[bin]));
            }
        }

        return [.. result];
    }

    /// <summary>
    /// Expected calibration error: the mean distance between predicted and observed share, weighted by cases (M. Pakdaman Naeini, G. Cooper,
    /// M. Hauskrecht, 2015).
    /// </summary>
    /// <exception cref="ArgumentException">No group.</exception>
    public static double ExpectedError(IReadOnlyList<CalibrationBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        double sum = 0;
        long cases = 0;
        foreach (CalibrationBin bin in bins)
        {
            sum += bin.Count * Math.Abs(bin.MeanPredicted - bin.ObservedShare);
            cases += bin.Count;
        }

        return cases > 0 ? sum / cases : throw new ArgumentException("There is no case to judge.", nameof(bins));
    }
}
