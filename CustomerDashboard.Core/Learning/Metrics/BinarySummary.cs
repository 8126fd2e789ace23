namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>What is usually asked of the probabilities of a yes/no question.</summary>
/// <param name="Count">Cases judged.</param>
/// <param name="Positives">How many of them are positive.</param>
/// <param name="RocAuc">NaN where all cases are of one class.</param>
/// <param name="AveragePrecision">NaN where no case is positive.</param>
/// <param name="LogLoss">Mean negative log of the probability of what happened.</param>
/// <param name="BrierScore">Mean squared distance between probability and answer.</param>
/// <param name="AtThreshold">The confusion matrix at the threshold.</param>
public sealed record BinarySummary(
    int Count, int Positives, double RocAuc, double AveragePrecision, double LogLoss, double BrierScore, ThresholdMetrics AtThreshold)
{
    /// <summary>Judges probabilities. O(n log n).</summary>
    /// <exception cref="ArgumentException">No case, a probability that is not finite, or lengths that differ.</exception>
    public static BinarySummary Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, double threshold = 0.5)
    {
        double logLoss = ClassificationMetrics.LogLoss(probabilities, labels);
        int positives = labels.Count(true);
        return new BinarySummary(
            labels.Length,
            positives,
            positives == 0 || positives == labels.Length ? double.NaN : ClassificationMetrics.RocAuc(probabilities, labels),
            positives == 0 ? double.NaN : ClassificationMetrics.AveragePrecision(probabilities, labels),
            logLoss,
            ClassificationMetrics.BrierScore(probabilities, labels),
            ThresholdMetrics.At(probabilities, labels, threshold));
    }
}
