using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// Products bought by the same customers as those this one bought: the score is the sum of cosine similarities to what was bought
/// (B. Sarwar et al., "Item-based collaborative filtering recommendation algorithms", WWW 2001). Costs O(sum of squared numbers
/// of products per customer) to learn. A customer of few products says more about each pair than one who bought everything, so
/// customers count by one over the number of their products.
/// </summary>
/// <param name="neighbours">How many neighbours of each product are kept.</param>
public sealed class ItemNeighbourRecommender(int neighbours = 50) : IRecommender
{
    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.ItemNeighbours;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        NeighbourTable table = NeighbourTable.Of(
            history.Starts, history.Product, history.CustomerCount, history.ProductCount, neighbours, 0,
            static products => 1.0 / products, cancellationToken);
        return new NeighbourModel(Kind, table, MathF.Sqrt);
    }
}
