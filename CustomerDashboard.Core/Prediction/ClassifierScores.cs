using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>The scores a classifier gave to customers it had not learned from, and every metric of them.</summary>
public sealed record ClassifierScores
{
    /// <summary>The sample size: customers tested.</summary>
    public required int Customers { get; init; }

    public required int Positives { get; init; }

    /// <summary>How many customers were learned from.</summary>
    public required int TrainedOn { get; init; }

    /// <summary>Accuracy, precision, recall, F1 and the confusion matrix at the threshold of the options; for another use <see cref="ThresholdMetrics.At(ReadOnlySpan{float}, ReadOnlySpan{bool}, double)"/>.</summary>
    public required ThresholdMetrics AtThreshold { get; init; }

    public required double RocAuc { get; init; }

    /// <summary>95 % confidence interval of the AUC (DeLong).</summary>
    public required double RocAucLower { get; init; }

    public required double RocAucUpper { get; init; }

    /// <summary>PR-AUC (average precision).</summary>
    public required double AveragePrecision { get; init; }

    public required double BrierScore { get; init; }

    public required double LogLoss { get; init; }

    /// <summary>The ROC curve without points on straight lines, from (0, 0) to (1, 1).</summary>
    public required IReadOnlyList<RocPoint> RocCurve { get; init; }

    /// <summary>Predicted against observed share in up to ten groups of equal size.</summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

    /// <summary>Probability given to each tested customer.</summary>
    public required float[] Scores { get; init; }

    /// <summary>Whether each tested customer bought again; parallel to <see cref="Scores"/>.</summary>
    public required bool[] Labels { get; init; }
}
