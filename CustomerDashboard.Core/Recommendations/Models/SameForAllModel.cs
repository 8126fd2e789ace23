namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>Offers everyone the same.</summary>
internal sealed class SameForAllModel(RecommenderKind kind, float[] scores) : IRecommenderModel
{
    public RecommenderKind Kind => kind;

    public IReadOnlyList<float> Scores => scores;

    public void Score(CustomerHistory history, Span<float> scoresOut) => scores.CopyTo(scoresOut);
}
