using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// Products bought in the same baskets as those this customer bought: rules "who buys A buys B" of one product each, with the
/// cosine of the pair as strength (the geometric mean of both confidences, so that what everyone buys does not follow from everything).
/// </summary>
/// <param name="neighbours">How many rules of each product are kept.</param>
/// <param name="minimumBaskets">Pairs in fewer baskets make no rule.</param>
public sealed class BasketRuleRecommender(int neighbours = 50, int minimumBaskets = 3) : IRecommender
{
    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.BasketRules;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        NeighbourTable table = NeighbourTable.Of(
            history.Log.Starts, history.Log.Products, history.BasketCount, history.ProductCount, neighbours, minimumBaskets,
            null, cancellationToken);
        return new NeighbourModel(Kind, table, static _ => 1);
    }
}
