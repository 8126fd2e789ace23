namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>Scores a product by how strongly it goes together with each of those bought.</summary>
internal sealed class NeighbourModel(RecommenderKind kind, NeighbourTable table, Func<float, float> historyWeight) : IRecommenderModel
{
    public RecommenderKind Kind => kind;

    public NeighbourTable Table => table;

    public void Score(CustomerHistory history, Span<float> scores)
    {
        scores.Clear();
        ReadOnlySpan<int> products = history.Products.Span;
        ReadOnlySpan<float> orders = history.Orders.Span;
        for (int i = 0; i < products.Length; i++)
        {
            float weight = historyWeight(orders[i]);
            int from = products[i] * table.Most;
            int to = from + table.Counts[products[i]];
            for (int at = from; at < to; at++)
            {
                scores[table.Neighbours[at]] += weight * table.Weights[at];
            }
        }
    }
}
