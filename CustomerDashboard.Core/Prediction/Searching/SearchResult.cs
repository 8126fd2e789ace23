using CustomerDashboard.Core.Prediction.Judging;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>What a search for better settings found.</summary>
public sealed record SearchResult
{
    /// <summary>What settings are ranked by ("ROC-AUC").</summary>
    public required string ScoreName { get; init; }

    /// <summary>False for errors.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Every trial, the best first, those that failed last.</summary>
    public required IReadOnlyList<SearchTrial> Leaderboard { get; init; }

    /// <summary>The best by the inner folds; null where every trial failed or none was finished.</summary>
    public SearchTrial? Chosen { get; init; }

    /// <summary>The chosen settings, judged once on customers the search never saw.</summary>
    public ModelJudgement? Outer { get; init; }

    /// <summary>The present settings of the same model, judged on the same customers.</summary>
    public ModelJudgement? OuterOfDefault { get; init; }

    /// <summary>Whether the outer customers are those of a later period; else they are customers held out.</summary>
    public required bool IsForward { get; init; }

    /// <summary>Customers searched on.</summary>
    public required int SearchedOn { get; init; }

    /// <summary>Whether time ran out before all trials were done.</summary>
    public required bool CutShort { get; init; }

    /// <summary>All of it in words.</summary>
    public required string Sentence { get; init; }
}
