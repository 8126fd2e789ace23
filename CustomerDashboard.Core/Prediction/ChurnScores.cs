using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>The same test asked the other way round: who does not buy again.</summary>
public static class ChurnScores
{
    /// <summary>
    /// The complement of a test of repeat purchase: every score s becomes 1 - s and every label its opposite. ROC-AUC,
    /// its interval, Brier score and log loss do not change; the ROC curve is mirrored on the falling diagonal.
    /// Cost: O(n log n) for the average precision.
    /// </summary>
    public static ClassifierScores Of(ClassifierScores repeat)
    {
        ArgumentNullException.ThrowIfNull(repeat);
        var scores = new float[repeat.Scores.Length];
        var labels = new bool[repeat.Labels.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = 1 - repeat.Scores[i];
            labels[i] = !repeat.Labels[i];
        }

        return repeat with
        {
            Positives = repeat.Customers - repeat.Positives,
            Scores = scores,
            Labels = labels,
            AtThreshold = ThresholdMetrics.At(scores, labels, repeat.AtThreshold.Threshold),
            AveragePrecision = ClassificationMetrics.AveragePrecision(Array.ConvertAll(scores, score => (double)score), labels),
            RocCurve = [.. repeat.RocCurve.Reverse().Select(point => new RocPoint(1 - point.TruePositiveRate, 1 - point.FalsePositiveRate, 1 - point.Threshold))],
            Calibration = [.. repeat.Calibration.Reverse().Select(bin => new CalibrationBin(bin.Count, 1 - bin.MeanPredicted, 1 - bin.ObservedShare))],
        };
    }
}
