using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>A question with its rows, ready to be learned and judged, or why it cannot be.</summary>
internal sealed record PreparedTask
{
    public required PredictionQuestion Question { get; init; }

    public PredictionUnavailable? Unavailable { get; init; }

    public PredictionWindows? Windows { get; init; }

    public PredictionWindows? EarlierWindows { get; init; }

    public PredictionWindows? ScoringWindows { get; init; }

    public IReadOnlyList<FeatureDefinition> Features { get; init; } = [];

    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public TaskData? Data { get; init; }

    /// <summary>Baselines first.</summary>
    public IReadOnlyList<ModelKind> Models { get; init; } = [];

    /// <summary>
    /// The same question at each cut-off, oldest first, for the rolling origin; the last is the current one. Season: how much more is
    /// usually bought after it than after the cut-off before.
    /// </summary>
    public IReadOnlyList<(DateTime Cutoff, TaskRows Rows, double Season)> Origins { get; init; } = [];

    /// <summary>The ids of the customers that rows point to.</summary>
    public IReadOnlyList<string> CustomerIds { get; init; } = [];

    /// <summary>What each scored customer spent in the year before now; null where there are no purchases.</summary>
    public double[]? LastYearSpend { get; init; }

    /// <summary>The question whose opposite this is and whose tests therefore hold for it too; null for any other.</summary>
    public string? OppositeOf { get; init; }

    /// <summary>Whether a score is worth the customer's spend of the last year, as for churn.</summary>
    public bool RanksByValueAtRisk { get; init; }
}
