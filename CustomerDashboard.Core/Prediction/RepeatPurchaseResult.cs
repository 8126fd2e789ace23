namespace CustomerDashboard.Core.Prediction;

/// <summary>Who buys again in the next N days. Churn is the complement: probability 1 - p, labels reversed.</summary>
public sealed record RepeatPurchaseResult
{
    /// <summary>Why this question cannot be answered, or null. When set, the lists are empty.</summary>
    public PredictionUnavailable? Unavailable { get; init; }

    /// <summary>Customers with a purchase before the cut-off.</summary>
    public required int Customers { get; init; }

    /// <summary>How many of them bought in the outcome window.</summary>
    public required int Positives { get; init; }

    public required int TrainingCustomers { get; init; }

    public required int HoldoutCustomers { get; init; }

    /// <summary>Baselines first (ids "Majority", "RecencyAlone", "LastYearSpendAlone"), then "LogisticRegression" and "DecisionTree".</summary>
    public required IReadOnlyList<ClassifierEvaluation> Models { get; init; }

    /// <summary>The model whose probabilities the customers carry.</summary>
    public string? ChosenModelId { get; init; }

    /// <summary>One plain sentence: how good the chosen model is against the best baseline, with the sample size.</summary>
    public required string Verdict { get; init; }

    /// <summary>The logistic regression in words, strongest effect first.</summary>
    public required IReadOnlyList<OddsRatio> OddsRatios { get; init; }

    /// <summary>Inputs of the regression that move together (|r| at least 0.8), the strongest first.</summary>
    public IReadOnlyList<CorrelatedPair> CorrelatedFeatures { get; init; } = [];

    /// <summary>How far the single effects may be read; names the strongest of <see cref="CorrelatedFeatures"/>.</summary>
    public string EffectsCaveat { get; init; } = "";

    /// <summary>The decision tree, ready to draw; null when unavailable. Values are probabilities.</summary>
    public TreeDiagram? Tree { get; init; }
}
