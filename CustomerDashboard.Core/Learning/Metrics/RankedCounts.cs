namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>How many cases have at least a score, and how many of them are positive.</summary>
internal readonly record struct RankedCounts(double Threshold, int Called, int Positives)
{
    /// <summary>The counts at every distinct score, from the highest down.</summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static RankedCounts[] Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ClassificationMetrics.RequireBothClasses(scores, labels);
        double[] sorted = scores.ToArray();
        bool[] answers = labels.ToArray();
        Array.Sort(sorted, answers);
        var counts = new List<RankedCounts>();
        int positives = 0;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            positives += answers[i] ? 1 : 0;
            if (i == 0 || sorted[i - 1] != sorted[i])
            {
                counts.Add(new RankedCounts(sorted[i], sorted.Length - i, positives));
            }
        }

        return [.. counts];
    }
}
