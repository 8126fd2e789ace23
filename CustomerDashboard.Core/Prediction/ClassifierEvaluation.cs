namespace CustomerDashboard.Core.Prediction;

/// <summary>How well one classifier (or baseline) foretells who buys again.</summary>
public sealed record ClassifierEvaluation
{
    /// <summary>Stable id: "Majority", "RecencyAlone", "LastYearSpendAlone", "LogisticRegression", "DecisionTree".</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    public required bool IsBaseline { get; init; }

    /// <summary>One plain sentence: what it does.</summary>
    public required string Description { get; init; }

    /// <summary>Learned one period earlier, tested at the cut-off: what a business gets. Null when the file is too short.</summary>
    public ClassifierScores? Forward { get; init; }

    /// <summary>Learned on most customers, tested on customers held out at the same cut-off.</summary>
    public required ClassifierScores Holdout { get; init; }

    /// <summary>Null when a fold could not hold both classes.</summary>
    public CrossValidatedAuc? CrossValidation { get; init; }
}
