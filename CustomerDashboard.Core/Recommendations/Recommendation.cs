namespace CustomerDashboard.Core.Recommendations;

/// <summary>A product to offer.</summary>
/// <param name="Product">Its number in the log.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">What the recommender in use gives it; to be compared within one list only.</param>
/// <param name="IsNew">False when the customer bought it before.</param>
/// <param name="IsFallback">True when the recommender knew nothing to offer and what is popular fills the list.</param>
/// <param name="Reasons">Why, the strongest reason first; at least one.</param>
public sealed record Recommendation(
    int Product, string Code, string Name, double Score, bool IsNew, bool IsFallback, IReadOnlyList<RecommendationReason> Reasons);
