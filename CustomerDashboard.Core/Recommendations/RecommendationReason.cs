namespace CustomerDashboard.Core.Recommendations;

/// <summary>One reason for an offer.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Sentence">The reason in plain words, with the number behind it.</param>
/// <param name="Product">The product of the customer's that led to it, or -1.</param>
/// <param name="Count">The number behind it: baskets, customers or orders.</param>
public sealed record RecommendationReason(ReasonKind Kind, string Sentence, int Product, int Count);
