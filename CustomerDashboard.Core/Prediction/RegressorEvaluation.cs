namespace CustomerDashboard.Core.Prediction;

/// <summary>How well one regressor (or baseline) foretells spend.</summary>
public sealed record RegressorEvaluation
{
    /// <summary>Stable id: "Mean", "RunRate", "LinearRegression", "RegressionTree".</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool IsBaseline { get; init; }

    /// <summary>One plain sentence: what it does.</summary>
    public required string Description { get; init; }

    /// <summary>Learned one period earlier, tested at the cut-off. Null when the file is too short.</summary>
    public RegressionScores? Forward { get; init; }

    public required RegressionScores Holdout { get; init; }
}
