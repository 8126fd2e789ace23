namespace CustomerDashboard.Core.Prediction;

/// <summary>The spend foretold for customers not learned from, and every metric of it (in the file's currency).</summary>
public sealed record RegressionScores
{
    /// <summary>The sample size: customers tested.</summary>
    public required int Customers { get; init; }

    public required int TrainedOn { get; init; }

    public required double MeanAbsoluteError { get; init; }

    public required double RootMeanSquaredError { get; init; }

    /// <summary>R2; null when all actual values are equal.</summary>
    public required double? R2 { get; init; }

    public required double MedianAbsoluteError { get; init; }

    /// <summary>Spearman rank correlation; null when either side is constant.</summary>
    public required double? Spearman { get; init; }

    /// <summary>Total foretold / total actual; null when the actual total is zero.</summary>
    public required double? TotalRatio { get; init; }

    public required float[] Predicted { get; init; }

    public required float[] Actual { get; init; }
}
