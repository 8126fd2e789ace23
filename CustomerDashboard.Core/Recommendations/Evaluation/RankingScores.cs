using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>How well the first <see cref="K"/> products offered by one recommender met what customers bought later.</summary>
/// <param name="Model">The recommender.</param>
/// <param name="Scope">Whether only new products count.</param>
/// <param name="Customers">Which customers.</param>
/// <param name="K">How many products are offered.</param>
/// <param name="Count">How many customers: those of this kind who bought something that counts.</param>
/// <param name="Precision">The share of the products offered that were bought.</param>
/// <param name="Recall">The share of what was bought that was offered.</param>
/// <param name="Ndcg">The discounted gain of the list as a share of the best possible (K. Järvelin, J. Kekäläinen, 2002).</param>
/// <param name="MeanAveragePrecision">The precision at each hit, averaged over the hits that were possible.</param>
/// <param name="HitRate">The share of customers with at least one hit.</param>
/// <param name="Coverage">The share of the catalogue that was offered to anyone.</param>
/// <param name="Novelty">The mean surprise of a product offered in bits: -log2 of the share of customers who had bought it.</param>
/// <param name="PopularShare">The share of offers that are among the tenth of products most bought.</param>
public sealed record RankingScores(
    RecommenderKind Model,
    CandidateScope Scope,
    CustomerKind Customers,
    int K,
    int Count,
    MetricInterval Precision,
    MetricInterval Recall,
    MetricInterval Ndcg,
    MetricInterval MeanAveragePrecision,
    MetricInterval HitRate,
    double Coverage,
    double Novelty,
    double PopularShare);
