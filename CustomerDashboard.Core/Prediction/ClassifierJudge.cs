using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Turns scores and answers into every metric shown.</summary>
internal static class ClassifierJudge
{
    public static ClassifierScores Judge(double[] probabilities, bool[] labels, int trainedOn, double threshold)
    {
        var scores = new float[probabilities.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = (float)probabilities[i];
        }

        RocAucInterval interval = RocAucInterval.Of(probabilities, labels);
        return new ClassifierScores
        {
            Customers = labels.Length,
            Positives = labels.AsSpan().Count(true),
            TrainedOn = trainedOn,
            AtThreshold = ThresholdMetrics.At(scores, labels, threshold),
            RocAuc = ClassificationMetrics.RocAuc(probabilities, labels),
            RocAucLower = interval.Lower,
            RocAucUpper = interval.Upper,
            AveragePrecision = ClassificationMetrics.AveragePrecision(probabilities, labels),
            BrierScore = ClassificationMetrics.BrierScore(probabilities, labels),
            LogLoss = ClassificationMetrics.LogLoss(probabilities, labels),
            RocCurve = ClassificationMetrics.RocCurve(probabilities, labels),
            Calibration = ClassificationMetrics.Calibration(probabilities, labels),
            Scores = scores,
            Labels = labels,
        };
    }
}
