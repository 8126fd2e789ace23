using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>What recommendations can be made from a file, and how good they are.</summary>
public sealed record RecommendationResult
{
    /// <summary>The options it was computed with.</summary>
    public required RecommendationOptions Options { get; init; }

    /// <summary>Why there are none, in words; null when there are.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Makes the recommendations; null when there are none.</summary>
    public RecommendationEngine? Engine { get; init; }

    /// <summary>How good they are on later purchases; null when that cannot be told.</summary>
    public RecommenderEvaluation? Evaluation { get; init; }

    /// <summary>Why it cannot be told how good they are; null when it can.</summary>
    public string? NotJudged { get; init; }

    /// <summary>The moment before which the recommenders learned whose blend was tried; the hybrid's weights come from the days between it and the cut-off of the evaluation.</summary>
    public DateTime? ValidationCutoff { get; init; }

    /// <summary>What customers buy, reduced to its leading dimensions.</summary>
    public ProductDimensions? Dimensions { get; init; }

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The recommender that offers the most of what is bought, by precision of ten new products; null when not judged.</summary>
    public RankingScores? Best(CandidateScope scope)
    {
        RankingScores? best = null;
        foreach (RecommenderKind kind in Enum.GetValues<RecommenderKind>())
        {
            if (Evaluation?.Find(kind, scope) is { } scores && (best is null || scores.Precision.Value > best.Precision.Value))
            {
                best = scores;
            }
        }

        return best;
    }
}
