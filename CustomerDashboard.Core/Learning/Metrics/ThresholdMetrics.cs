using System.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>A confusion matrix at one threshold and what follows from it; a rate whose denominator is zero is 0.</summary>
public readonly record struct ThresholdMetrics(
    double Threshold, int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    public int Count => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    /// <summary>Share called right.</summary>
    public double Accuracy => Ratio(TruePositives + TrueNegatives, Count);

    /// <summary>Of those called positive, the share that is.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>Of the positives, the share found.</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Of the negatives, the share left alone.</summary>
    public double Specificity => Ratio(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>Mean of recall and specificity.</summary>
    public double BalancedAccuracy => (Recall + Specificity) / 2;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Matthews' correlation between answer and call, -1 to 1; 0 where all answers or all calls are the same.</summary>
    public double Matthews
    {
        get
        {
            double spread = Math.Sqrt((double)(TruePositives + FalsePositives) * (TruePositives + FalseNegatives))
                * Math.Sqrt((double)(TrueNegatives + FalsePositives) * (TrueNegatives + FalseNegatives));
            return spread > 0 ? (((double)TruePositives * TrueNegatives) - ((double)FalsePositives * FalseNegatives)) / spread : 0;
        }
    }

    /// <summary>
    /// Calls every case with a score of at least <paramref name="threshold"/> positive. One pass over n cases: cheap
    /// enough to follow a slider.
    /// </summary>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static ThresholdMetrics At(ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels, double threshold) =>
        CountAt(scores, labels, threshold);

    /// <inheritdoc cref="At(ReadOnlySpan{float}, ReadOnlySpan{bool}, double)" />
    public static ThresholdMetrics At(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double threshold) =>
        CountAt(scores, labels, threshold);

    private static ThresholdMetrics CountAt<T>(ReadOnlySpan<T> scores, ReadOnlySpan<bool> labels, double threshold)
        where T : struct, IFloatingPoint<T>
    {
        if (scores.Length != labels.Length)
        {
            throw new ArgumentException($"There are {scores.Length} scores but {labels.Length} labels.", nameof(labels));
        }

        int truePositives = 0, falsePositives = 0, positives = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            bool called = double.CreateTruncating(scores[i]) >= threshold;
            if (labels[i])
            {
                positives++;
                truePositives += called ? 1 : 0;
            }
            else
            {
                falsePositives += called ? 1 : 0;
            }
        }

        return new ThresholdMetrics(
            threshold, truePositives, falsePositives, scores.Length - positives - falsePositives, positives - truePositives);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
