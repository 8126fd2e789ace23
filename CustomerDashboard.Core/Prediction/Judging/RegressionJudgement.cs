namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Every metric of one test of foretold numbers.</summary>
public sealed record RegressionJudgement : ModelJudgement
{
    public required JudgedValue MeanAbsoluteError { get; init; }

    public required JudgedValue RootMeanSquaredError { get; init; }

    public required JudgedValue MedianAbsoluteError { get; init; }

    public required JudgedValue R2 { get; init; }

    /// <summary>Rank correlation of foretold and actual.</summary>
    public required JudgedValue Spearman { get; init; }

    /// <summary>Total foretold / total actual.</summary>
    public required JudgedValue TotalRatio { get; init; }

    public required float[] Predicted { get; init; }

    public required float[] Actual { get; init; }

    /// <inheritdoc />
    public override JudgedValue Headline => MeanAbsoluteError;

    /// <inheritdoc />
    public override string HeadlineName => "Mean absolute error";

    /// <inheritdoc />
    public override bool HigherIsBetter => false;
}
