using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Every metric of one test of a yes/no question, and the scores to draw its curves from.</summary>
public sealed record BinaryJudgement : ModelJudgement
{
    public required int Positives { get; init; }

    /// <summary>The confusion matrix at the threshold of the options; for another use <see cref="At"/>.</summary>
    public required ThresholdMetrics AtThreshold { get; init; }

    public required JudgedValue Accuracy { get; init; }

    public required JudgedValue BalancedAccuracy { get; init; }

    public required JudgedValue Precision { get; init; }

    public required JudgedValue Recall { get; init; }

    public required JudgedValue F1 { get; init; }

    /// <summary>Interval by DeLong.</summary>
    public required JudgedValue RocAuc { get; init; }

    /// <summary>PR-AUC (average precision).</summary>
    public required JudgedValue AveragePrecision { get; init; }

    public required JudgedValue LogLoss { get; init; }

    public required JudgedValue BrierScore { get; init; }

    /// <summary>How many times more positives than at random are among the tenth with the highest scores.</summary>
    public required JudgedValue LiftTopTenth { get; init; }

    /// <summary>The probability given to each customer tested.</summary>
    public required float[] Scores { get; init; }

    /// <summary>What each of them did; parallel to <see cref="Scores"/>.</summary>
    public required bool[] Labels { get; init; }

    /// <inheritdoc />
    public override JudgedValue Headline => RocAuc;

    /// <inheritdoc />
    public override string HeadlineName => "ROC-AUC";

    /// <inheritdoc />
    public override bool HigherIsBetter => true;

    /// <summary>The confusion matrix at any threshold; cheap enough to follow a slider.</summary>
    public ThresholdMetrics At(double threshold) => ThresholdMetrics.At(Scores, Labels, threshold);

    /// <summary>The ROC curve from (0, 0) to (1, 1). O(n log n), as are the other curves.</summary>
    public IReadOnlyList<RocPoint> RocCurve() => ClassificationMetrics.RocCurve(Wide(), Labels);

    public IReadOnlyList<PrecisionRecallPoint> PrecisionRecallCurve() => RankingCurves.PrecisionRecall(Wide(), Labels);

    /// <summary>The share of positives found by the share of customers contacted, best first.</summary>
    public IReadOnlyList<GainPoint> GainCurve() => RankingCurves.Gain(Wide(), Labels);

    /// <summary>Predicted against observed share in up to ten groups of equal size.</summary>
    public IReadOnlyList<CalibrationBin> Calibration() => ClassificationMetrics.Calibration(Wide(), Labels);

    /// <summary>The scores as the metrics take them.</summary>
    public double[] Wide() => Array.ConvertAll(Scores, score => (double)score);
}
