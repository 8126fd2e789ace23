namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>A ROC-AUC with its sampling error.</summary>
/// <param name="Auc">The area.</param>
/// <param name="StandardError">DeLong's standard error.</param>
/// <remarks>
/// E. DeLong, D. DeLong, D. Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating
/// characteristic curves", 1988, with the midranks of X. Sun, W. Xu, 2014: O(n log n).
/// </remarks>
public readonly record struct RocAucInterval(double Auc, double StandardError)
{
    /// <summary>The 0.975 quantile of the standard normal distribution.</summary>
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>Lower 95 % confidence limit.</summary>
    public double Lower => Math.Max(0, Auc - (NormalQuantile * StandardError));

    /// <summary>Upper 95 % confidence limit.</summary>
    public double Upper => Math.Min(1, Auc + (NormalQuantile * StandardError));

    /// <summary>The AUC of scores and its standard error.</summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static RocAucInterval Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ClassificationMetrics.RequireBothClasses(scores, labels);
        (double[] ofPositives, double[] ofNegatives) = Placements(scores, labels);
        return new RocAucInterval(Mean(ofPositives), Error(ofPositives, ofNegatives));
    }

    /// <summary>
    /// The difference of two scores' AUCs on the same cases (first minus second) with its standard error: no
    /// real difference when it is within 1.96 standard errors of 0.
    /// </summary>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static (double Difference, double StandardError) Compare(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<bool> labels)
    {
        ClassificationMetrics.RequireBothClasses(first, labels);
        ClassificationMetrics.RequireBothClasses(second, labels);
        (double[] positives, double[] negatives) = Placements(first, labels);
        (double[] otherPositives, double[] otherNegatives) = Placements(second, labels);
        for (int i = 0; i < positives.Length; i++)
        {
            positives[i] -= otherPositives[i];
        }

        for (int i = 0; i < negatives.Length; i++)
        {
            negatives[i] -= otherNegatives[i];
        }

        return (Mean(positives), Error(positives, negatives));
    }

    /// <summary>For each positive the share of negatives below it, for each negative the share of positives above it.</summary>
    private static (double[] Positives, double[] Negatives) Placements(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        var ofPositives = new double[labels.Count(true)];
        var ofNegatives = new double[labels.Length - ofPositives.Length];
        int positive = 0, negative = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (labels[i])
            {
                ofPositives[positive++] = scores[i];
            }
            else
            {
                ofNegatives[negative++] = scores[i];
            }
        }

        double[] sortedPositives = [.. ofPositives];
        double[] sortedNegatives = [.. ofNegatives];
        Array.Sort(sortedPositives);
        Array.Sort(sortedNegatives);
        for (int i = 0; i < ofPositives.Length; i++)
        {
            ofPositives[i] = ShareBelow(sortedNegatives, ofPositives[i]);
        }

        for (int i = 0; i < ofNegatives.Length; i++)
        {
            ofNegatives[i] = 1 - ShareBelow(sortedPositives, ofNegatives[i]);
        }

        return (ofPositives, ofNegatives);
    }

    private static double ShareBelow(double[] sorted, double value)
    {
        int below = Bound(sorted, value, false);
        int through = Bound(sorted, value, true);
        return (below + through) / 2.0 / sorted.Length;
    }

    private static int Bound(double[] sorted, double value, bool included)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || (included && sorted[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static double Error(double[] positives, double[] negatives) =>
        Math.Sqrt((Variance(positives) / positives.Length) + (Variance(negatives) / negatives.Length));

    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double Variance(double[] values)
    {
        if (values.Length < 2)
        {
            // One case says nothing of the spread; the widest a share can have stands in for it.
            return 0.25;
        }

        double mean = Mean(values);
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return squares / (values.Length - 1);
    }
}
