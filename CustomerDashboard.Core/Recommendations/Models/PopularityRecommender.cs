using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// What most customers bought: the score of a product is the number of its buyers. The baseline of every recommender
/// (P. Cremonesi, Y. Koren, R. Turrin, "Performance of recommender algorithms on top-N recommendation tasks", RecSys 2010).
/// </summary>
public sealed class PopularityRecommender : IRecommender
{
    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.Popularity;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new SameForAllModel(Kind, Array.ConvertAll(history.Buyers, buyers => (float)buyers));
    }
}
