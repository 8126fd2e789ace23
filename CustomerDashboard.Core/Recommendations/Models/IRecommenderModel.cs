namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>A recommender that has learned. Safe to use from several threads at once.</summary>
public interface IRecommenderModel
{
    /// <summary>Which way it is.</summary>
    RecommenderKind Kind { get; }

    /// <summary>Says how much speaks for each product: the higher the better, 0 or less for nothing at all.</summary>
    /// <param name="history">What the customer bought, or a typed basket; may be empty.</param>
    /// <param name="scores">One place per product; overwritten.</param>
    void Score(CustomerHistory history, Span<float> scores);
}
