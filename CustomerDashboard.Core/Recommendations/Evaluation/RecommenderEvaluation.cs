using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>All recommenders judged on what customers bought after a cut-off that none of them saw beyond.</summary>
/// <param name="Cutoff">The moment before which they learned.</param>
/// <param name="End">The end of the period they are judged on.</param>
/// <param name="TrainingCustomers">The customers they learned from.</param>
/// <param name="TrainingProducts">The products they learned of.</param>
/// <param name="TestCustomers">The customers judged: those who bought in both periods.</param>
/// <param name="Sampled">Whether those are a sample.</param>
/// <param name="Scores">Every recommender, scope, kind of customer and length of list.</param>
public sealed record RecommenderEvaluation(
    DateTime Cutoff, DateTime End, int TrainingCustomers, int TrainingProducts, int TestCustomers, bool Sampled, IReadOnlyList<RankingScores> Scores)
{
    /// <summary>The lengths of lists that are judged.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [5, 10, 20];

    /// <summary>The scores of one recommender, or null where it cannot offer anything (repeat purchases among new products) or no such customer bought.</summary>
    public RankingScores? Find(RecommenderKind model, CandidateScope scope, int k = 10, CustomerKind customers = CustomerKind.Everyone)
    {
        foreach (RankingScores scores in Scores)
        {
            if (scores.Model == model && scores.Scope == scope && scores.K == k && scores.Customers == customers)
            {
                return scores;
            }
        }

        return null;
    }
}
