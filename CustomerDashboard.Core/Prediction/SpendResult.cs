namespace CustomerDashboard.Core.Prediction;

/// <summary>How much each customer will spend in the next N days.</summary>
public sealed record SpendResult
{
    /// <summary>Why this question cannot be answered, or null. When set, the lists are empty.</summary>
    public PredictionUnavailable? Unavailable { get; init; }

    public required int Customers { get; init; }

    /// <summary>What all of them spent in the outcome window, after the treatment of reversed orders.</summary>
    public required double ActualTotal { get; init; }

    public required int TrainingCustomers { get; init; }

    public required int HoldoutCustomers { get; init; }

    /// <summary>Baselines first (ids "Mean", "RunRate"), then "LinearRegression" and "RegressionTree".</summary>
    public required IReadOnlyList<RegressorEvaluation> Models { get; init; }

    /// <summary>The model (or baseline, when none beats it) whose figures the customers carry.</summary>
    public string? ChosenModelId { get; init; }

    /// <summary>One plain sentence against the run-rate, with the sample size.</summary>
    public required string Verdict { get; init; }

    /// <summary>The regression tree, ready to draw. Values are expected spend.</summary>
    public TreeDiagram? Tree { get; init; }

    /// <summary>The linear regression in words: currency per standard deviation of each feature, largest first.</summary>
    public required IReadOnlyList<LinearEffect> LinearEffects { get; init; }

    /// <summary>Orders left out of the outcome because they were reversed.</summary>
    public required IReadOnlyList<ReversedOrder> ReversedOrders { get; init; }
}
