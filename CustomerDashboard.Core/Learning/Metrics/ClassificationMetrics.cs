using System.Globalization;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// Metrics of scores for a yes/no question; a higher score means a more likely yes. Sorting makes those of ranking
/// O(n log n), the others are O(n). Scores must be finite.
/// </summary>
public static class ClassificationMetrics
{
    /// <summary>
    /// ROC-AUC: the chance that a positive scores higher than a negative, a tie counting half (Mann and Whitney).
    /// </summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static double RocAuc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RequireBothClasses(scores, labels);
        (double[] sorted, bool[] answers) = ByFallingScore(scores, labels);
        long positivesAbove = 0, positives = 0, negatives = 0;
        double concordant = 0;
        for (int start = 0; start < sorted.Length;)
        {
            (int end, int tiedPositives) = TieFrom(sorted, answers, start);
            int tiedNegatives = end - start - tiedPositives;
            concordant += tiedNegatives * (positivesAbove + (tiedPositives / 2.0));
            positivesAbove += tiedPositives;
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }

        return concordant / ((double)positives * negatives);
    }

    /// <summary>
    /// PR-AUC as average precision: the precision at each distinct score, weighted by the recall gained there, without
    /// interpolation. The value of guessing is the share of positives.
    /// </summary>
    /// <exception cref="ArgumentException">No positive, a score that is not finite, or lengths that differ.</exception>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RequireUsable(scores, labels);
        int positives = labels.Count(true);
        if (positives == 0)
        {
            throw new ArgumentException("Average precision needs at least one positive case.", nameof(labels));
        }

        (double[] sorted, bool[] answers) = ByFallingScore(scores, labels);
        double sum = 0;
        int found = 0;
        for (int start = 0; start < sorted.Length;)
        {
            (int end, int tiedPositives) = TieFrom(sorted, answers, start);
            found += tiedPositives;
            sum += (double)tiedPositives / positives * found / end;
            start = end;
        }

        return sum;
    }

    /// <summary>
    /// The ROC curve from (0, 0) to (1, 1), one point per distinct score, without the points inside straight stretches.
    /// </summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static RocPoint[] RocCurve(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RequireBothClasses(scores, labels);
        (double[] sorted, bool[] answers) = ByFallingScore(scores, labels);
        int positives = labels.Count(true);
        int negatives = labels.Length - positives;
        var corners = new List<(int False, int True, double Threshold)> { (0, 0, double.PositiveInfinity) };
        int truePositives = 0, falsePositives = 0;
        for (int start = 0; start < sorted.Length;)
        {
            (int end, int tiedPositives) = TieFrom(sorted, answers, start);
            truePositives += tiedPositives;
            falsePositives += end - start - tiedPositives;
            if (corners.Count > 1 && IsStraight(corners[^2], corners[^1], falsePositives, truePositives))
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add((falsePositives, truePositives, sorted[start]));
            start = end;
        }

        return [.. corners.Select(c => new RocPoint((double)c.False / negatives, (double)c.True / positives, c.Threshold))];
    }

    /// <summary>Mean squared distance between probability and answer (0 or 1).</summary>
    /// <exception cref="ArgumentException">No case, a score that is not finite, or lengths that differ.</exception>
    public static double BrierScore(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        RequireUsable(probabilities, labels);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double distance = probabilities[i] - (labels[i] ? 1 : 0);
            sum += distance * distance;
        }

        return sum / labels.Length;
    }

    /// <summary>
    /// Mean negative log of the probability given to what happened; probabilities are kept 1e-15 away from 0 and 1, so a
    /// certain and wrong prediction costs 34.5 instead of infinity.
    /// </summary>
    /// <exception cref="ArgumentException">No case, a score that is not finite, or lengths that differ.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        RequireUsable(probabilities, labels);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double probability = Math.Clamp(probabilities[i], 1e-15, 1 - 1e-15);
            sum -= Math.Log(labels[i] ? probability : 1 - probability);
        }

        return sum / labels.Length;
    }

    /// <summary>
    /// Predicted against observed shares: cases in order of probability, cut into up to <paramref name="bins"/> groups of
    /// equal size; cases with equal probability stay together.
    /// </summary>
    /// <exception cref="ArgumentException">No case, a score that is not finite, or lengths that differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one group.</exception>
    public static CalibrationBin[] Calibration(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int bins = 10)
    {
        RequireUsable(probabilities, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        (double[] sorted, bool[] answers) = ByFallingScore(probabilities, labels);
        Array.Reverse(sorted);
        Array.Reverse(answers);
        var result = new List<CalibrationBin>(bins);
        int first = 0;
        for (int bin = 1; bin <= bins; bin++)
        {
            int end = Math.Max(first, (int)((long)sorted.Length * bin / bins));
            while (end > first && end < sorted.Length && sorted[end] == sorted[end - 1])
            {
                end++;
            }

            if (end == first)
            {
                continue;
            }

            double sum = 0;
            int positives = 0;
            for (int i = first; i < end; i++)
            {
                sum += sorted[i];
                positives += answers[i] ? 1 : 0;
            }

            result.Add(new CalibrationBin(end - first, sum / (end - first), (double)positives / (end - first)));
            first = end;
        }

        return [.. result];
    }

    internal static void RequireUsable(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        if (scores.Length != labels.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {scores.Length} scores but {labels.Length} labels."), nameof(labels));
        }

        if (scores.IsEmpty)
        {
            throw new ArgumentException("There is no case to judge.", nameof(scores));
        }

        foreach (double score in scores)
        {
            if (!double.IsFinite(score))
            {
                throw new ArgumentException("A score is missing (NaN) or infinite.", nameof(scores));
            }
        }
    }

    internal static void RequireBothClasses(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RequireUsable(scores, labels);
        int positives = labels.Count(true);
        if (positives == 0 || positives == labels.Length)
        {
            throw new ArgumentException("Ranking can be judged only where there are cases of both kinds.", nameof(labels));
        }
    }

    private static (double[] Scores, bool[] Labels) ByFallingScore(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        double[] keys = scores.ToArray();
        bool[] answers = labels.ToArray();
        Array.Sort(keys, answers);
        Array.Reverse(keys);
        Array.Reverse(answers);
        return (keys, answers);
    }

    private static (int End, int Positives) TieFrom(double[] sorted, bool[] labels, int start)
    {
        int end = start;
        int positives = 0;
        while (end < sorted.Length && sorted[end] == sorted[start])
        {
            positives += labels[end] ? 1 : 0;
            end++;
        }

        return (end, positives);
    }

    private static bool IsStraight((int False, int True, double Threshold) a, (int False, int True, double Threshold) b, int falseCount, int trueCount) =>
        (long)(b.False - a.False) * (trueCount - b.True) == (long)(falseCount - b.False) * (b.True - a.True);
}
