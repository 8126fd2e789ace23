namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>Offers everyone the same.</summary>
internal sealed class SameForAllModel : IRecommenderModel
{
    private readonly float[] _scores;

    public SameForAllModel(RecommenderKind kind, float[] scores)
    {
        (Kind, _scores) = (kind, scores);
        Order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(product => scores[product]).ThenBy(product => product)];
    }

    public RecommenderKind Kind { get; }

    /// <summary>The products, best first: the same for everyone, so sorted once.</summary>
    public int[] Order { get; }

    public void Score(CustomerHistory history, Span<float> scores) => _scores.CopyTo(scores);
}
