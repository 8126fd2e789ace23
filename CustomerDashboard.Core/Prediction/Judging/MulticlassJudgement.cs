using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Every metric of one test of a question of several classes.</summary>
public sealed record MulticlassJudgement : ModelJudgement
{
    /// <summary>What each class was called, with the rates of each class.</summary>
    public required ConfusionTable Confusion { get; init; }

    public required JudgedValue Accuracy { get; init; }

    public required JudgedValue BalancedAccuracy { get; init; }

    public required JudgedValue MacroPrecision { get; init; }

    public required JudgedValue MacroF1 { get; init; }

    /// <summary>The mean AUC of each class against the others.</summary>
    public required JudgedValue MacroRocAuc { get; init; }

    public required JudgedValue LogLoss { get; init; }

    public required JudgedValue BrierScore { get; init; }

    /// <summary>The probability of each class, one row per customer tested, row by row.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>The class of each.</summary>
    public required int[] Labels { get; init; }

    /// <inheritdoc />
    public override JudgedValue Headline => Accuracy;

    /// <inheritdoc />
    public override string HeadlineName => "Accuracy";

    /// <inheritdoc />
    public override bool HigherIsBetter => true;
}
